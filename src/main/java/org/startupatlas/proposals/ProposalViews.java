package org.startupatlas.proposals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.startupatlas.proposals.store.Proposal;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** Shows proposals beside the present values of their records. */
@Singleton
class ProposalViews {

    private final SchemaRegistry registry;
    private final RecordLookup records;
    private final ObjectMapper json;

    ProposalViews(SchemaRegistry registry, RecordLookup records, ObjectMapper json) {
        this.registry = registry;
        this.records = records;
        this.json = json;
    }

    ProposalJson of(Proposal proposal) {
        return of(List.of(proposal)).get(0);
    }

    /** Returns the proposals in their order; the records of each resource are read in one statement. */
    List<ProposalJson> of(List<Proposal> proposals) {
        Map<String, Map<String, ObjectNode>> current = new HashMap<>();
        proposals.stream()
                .filter(ProposalViews::mayBeStale)
                .collect(Collectors.groupingBy(Proposal::resource))
                .forEach((resource, some) -> current.put(resource, read(registry.get(resource), some)));
        return proposals.stream()
                .map(proposal -> of(proposal, current.getOrDefault(proposal.resource(), Map.of())))
                .toList();
    }

    private static boolean mayBeStale(Proposal proposal) {
        return !proposal.isOfNewRecord() && !proposal.state().isFinal();
    }

    private Map<String, ObjectNode> read(ResourceSchema schema, List<Proposal> proposals) {
        List<Object> ids = proposals.stream()
                .map(Proposal::recordId)
                .distinct()
                .map(schema::id)
                .toList();
        return records.find(schema, ids).stream()
                .collect(Collectors.toMap(
                        record -> record.id().toString(), record -> RecordJson.read(json, record.json())));
    }

    private ProposalJson of(Proposal proposal, Map<String, ObjectNode> current) {
        JsonNode changed = RecordJson.parse(json, proposal.changed());
        List<StaleFields.StaleValue> stale = mayBeStale(proposal)
                ? StaleFields.of(changed, current.getOrDefault(proposal.recordId(), json.createObjectNode()))
                : List.of();
        return ProposalJson.of(
                proposal,
                RecordJson.parse(json, proposal.changes()),
                changed,
                stale,
                RecordJson.parse(json, proposal.messages()));
    }
}
