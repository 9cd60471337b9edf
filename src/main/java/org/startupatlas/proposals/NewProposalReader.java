package org.startupatlas.proposals;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.startupatlas.changelog.Change;
import org.startupatlas.http.record.WriteOperation;
import org.startupatlas.proposals.store.ProposalDraft;
import org.startupatlas.proposals.text.ContactCheck;
import org.startupatlas.query.lookup.ReferenceResolver;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.RecordJson;
import org.startupatlas.record.WebAddress;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.write.RecordWriter;
import org.startupatlas.write.request.Actor;
import org.startupatlas.write.request.IfMatch;
import org.startupatlas.write.request.WriteRequest;
import org.startupatlas.write.request.WriteResult;

/** Reads new proposals. Their changes are validated by a dry run of the write that they suggest. */
@Singleton
class NewProposalReader {

    static final String CHANGES = "changes";

    private static final String RESOURCE = "resource";
    private static final String RECORD = "record";
    private static final String SOURCE_URL = "source_url";
    private static final String PROVENANCE = "provenance";

    private static final List<String> MEMBERS = ParameterSet.names(NewProposal.class);

    private static final int MAX_RESOURCE_LENGTH = 32;
    private static final int MAX_SLUG_LENGTH = 200;

    /** The length of a name in the DNS. */
    private static final int MAX_HOST_LENGTH = 253;

    /** Writes nothing but dry runs, and may propose what only curators write: they decide. */
    private static final Actor PROPOSER = new Actor("proposal", null);

    private final SchemaRegistry registry;
    private final ProposedRecords records;
    private final ReferenceResolver references;
    private final RecordWriter writer;
    private final ObjectMapper json;

    NewProposalReader(
            SchemaRegistry registry,
            ProposedRecords records,
            ReferenceResolver references,
            RecordWriter writer,
            ObjectMapper json) {
        this.registry = registry;
        this.records = records;
        this.references = references;
        this.writer = writer;
        this.json = json;
    }

    /**
     * Reads a proposal.
     *
     * @param body its JSON
     * @param createdBy the public id of the key that sent it, or null
     * @throws RejectedException with all that is wrong with it
     */
    ProposalDraft read(ObjectNode body, String createdBy) {
        List<Violation> violations = new ArrayList<>();
        BodyTexts texts = new BodyTexts(body, violations).rejectUnknown(MEMBERS);
        Optional<ResourceSchema> schema =
                texts.required(RESOURCE, MAX_RESOURCE_LENGTH, false).flatMap(name -> schema(name, violations));
        boolean isNew = body.path(RECORD).isMissingNode() || body.path(RECORD).isNull();
        Optional<Object> id = isNew ? Optional.empty() : id(schema, texts, violations);
        Optional<ObjectNode> changes = changes(body, violations);
        Optional<String> sourceUrl = texts.required(SOURCE_URL, NewProposal.MAX_URL_LENGTH, false);
        sourceUrl
                .filter(url -> !isLink(url))
                .ifPresent(url ->
                        violations.add(Violation.at(BodyTexts.pointer(SOURCE_URL), "invalid-value", url, "link")));
        Optional<String> note = texts.note(false);
        Optional<Change> change = Optional.empty();
        if (schema.isPresent() && changes.isPresent()) {
            new ContactCheck(violations)
                    .check(schema.get(), changes.get(), JsonPointer.empty().appendProperty(CHANGES));
            if (isNew || id.isPresent()) {
                change = dryRun(schema.get(), id, changes.get(), violations);
            }
        }
        if (!violations.isEmpty()) {
            throw RejectedException.of(ProblemKind.INVALID_RECORD, violations);
        }
        return draft(change.orElseThrow(), isNew, changes.get(), sourceUrl.orElseThrow(), note.orElse(null), createdBy);
    }

    private Optional<ResourceSchema> schema(String name, List<Violation> violations) {
        List<String> names = registry.schemas().stream()
                .filter(schema -> WriteOperation.CHANGE.minRole(schema).isPresent())
                .map(ResourceSchema::resource)
                .toList();
        if (names.contains(name)) {
            return registry.find(name);
        }
        violations.add(Violation.at(BodyTexts.pointer(RESOURCE), "unknown-value", name, String.join(", ", names))
                .suggesting(DidYouMean.nearest(name, names).orElse(null)));
        return Optional.empty();
    }

    private Optional<Object> id(Optional<ResourceSchema> schema, BodyTexts texts, List<Violation> violations) {
        Optional<String> name = texts.required(RECORD, MAX_SLUG_LENGTH, false);
        if (schema.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        Optional<Object> id = records.find(schema.get(), name.get());
        if (id.isEmpty()) {
            violations.add(Violation.at(
                            BodyTexts.pointer(RECORD),
                            "unknown-reference",
                            name.get(),
                            schema.get().resource())
                    .suggesting(references.nearestSlug(schema.get(), name.get()).orElse(null)));
        }
        return id;
    }

    private static Optional<ObjectNode> changes(ObjectNode body, List<Violation> violations) {
        JsonNode changes = body.path(CHANGES);
        if (!(changes instanceof ObjectNode object)) {
            violations.add(
                    changes.isMissingNode() || changes.isNull()
                            ? Violation.at(BodyTexts.pointer(CHANGES), "required")
                            : Violation.at(BodyTexts.pointer(CHANGES), "wrong-type", "object"));
            return Optional.empty();
        }
        if (object.has(PROVENANCE)) {
            violations.add(
                    Violation.at(BodyTexts.pointer(CHANGES) + BodyTexts.pointer(PROVENANCE), "proposed-provenance"));
        }
        return Optional.of(object);
    }

    private static boolean isLink(String text) {
        return WebAddress.isPublic(text) && WebAddress.host(text).orElseThrow().length() <= MAX_HOST_LENGTH;
    }

    /** Returns the change that would be written; empty if there are violations, which are added to the list. */
    private Optional<Change> dryRun(
            ResourceSchema schema, Optional<Object> id, ObjectNode changes, List<Violation> violations) {
        WriteRequest write = new WriteRequest(schema, PROPOSER, true, null);
        try {
            WriteResult result = id.isEmpty()
                    ? writer.create(write, changes)
                    : writer.patch(write, id.get().toString(), IfMatch.ANY, changes);
            if (result.changes().isEmpty()) {
                violations.add(Violation.at(BodyTexts.pointer(CHANGES), "changes-nothing"));
            }
            return result.changes().stream().findFirst();
        } catch (RejectedException rejected) {
            if (rejected.kind() != ProblemKind.INVALID_RECORD) {
                throw ChangesViolations.translated(rejected);
            }
            violations.addAll(ChangesViolations.of(rejected));
            return Optional.empty();
        }
    }

    private ProposalDraft draft(
            Change change, boolean isNew, ObjectNode changes, String sourceUrl, String note, String createdBy) {
        return new ProposalDraft(
                change.resource(),
                isNew ? null : change.recordId(),
                isNew ? null : change.version() - 1,
                changes,
                isNew ? added(change, changes) : RecordJson.parse(json, change.changed()),
                sourceUrl,
                note,
                createdBy);
    }

    /** Returns the diff of a new record against nothing: its fields that were sent, as they would be stored. */
    private ArrayNode added(Change change, ObjectNode changes) {
        JsonNode record = RecordJson.parse(json, change.document());
        ArrayNode added = json.createArrayNode();
        changes.fieldNames().forEachRemaining(name -> {
            if (record.hasNonNull(name)) {
                added.addObject().put("path", name).putNull("from").set("to", record.get(name));
            }
        });
        return added;
    }
}
