package org.startupatlas.meta;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.startupatlas.auth.FailedAuthLimiter;
import org.startupatlas.auth.Role;
import org.startupatlas.changelog.RevisionCached;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.changelog.feed.FeedReader;
import org.startupatlas.http.Limits;
import org.startupatlas.http.record.RequestBody;
import org.startupatlas.http.record.WriteOperation;
import org.startupatlas.http.response.ConcurrencyLimits;
import org.startupatlas.http.response.PermitLimits;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.query.Expansion;
import org.startupatlas.query.SearchQuery;
import org.startupatlas.query.aggregate.AggregationQuery;
import org.startupatlas.query.aggregate.AggregationReader;
import org.startupatlas.query.aggregate.AggregationSchema;
import org.startupatlas.query.aggregate.Dimension;
import org.startupatlas.query.aggregate.Metric;
import org.startupatlas.query.expand.Expander;
import org.startupatlas.query.facet.Facet;
import org.startupatlas.query.facet.FacetSummary;
import org.startupatlas.query.facet.RecordCounter;
import org.startupatlas.query.facet.ResourceCounts;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.record.Currencies;
import org.startupatlas.schema.Filter;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.schema.type.Operator;

/** Builds {@code /v1/meta} from the schemas and the record counts. The document is cached until the next revision. */
@Singleton
class MetaDocument {

    private static final String OBJECTIONS =
            "To report a mistake or to object to an entry, suggest a correction (POST /v1/proposals), or write to "
                    + "the operator of this instance and name the record's id, the field and a source. The registry "
                    + "holds organisations only, no natural persons (law 09-08).";

    private final SchemaRegistry registry;
    private final AggregationSchema aggregations;
    private final Vocabularies vocabularies;
    private final ObjectMapper json;
    private final Optional<String> contact;
    private final ConcurrencyLimits concurrencyLimits;
    private final int imports;
    private final int importsSize;
    private final Map<ResourceSchema, List<Facet>> vocabularyFacets = new LinkedHashMap<>();
    private final RevisionCached<Meta> document;

    MetaDocument(
            SchemaRegistry registry,
            AggregationSchema aggregations,
            RecordCounter records,
            Vocabularies vocabularies,
            RevisionTracker revisions,
            ObjectMapper json,
            ConcurrencyLimits concurrencyLimits,
            @ConfigProperty(name = "atlas.contact") Optional<String> contact,
            @ConfigProperty(name = "atlas.imports") int imports,
            @ConfigProperty(name = "atlas.imports-size") int importsSize) {
        this.registry = registry;
        this.aggregations = aggregations;
        this.vocabularies = vocabularies;
        this.json = json;
        this.contact = contact;
        this.concurrencyLimits = concurrencyLimits;
        this.imports = imports;
        this.importsSize = importsSize;
        registry.schemas()
                .forEach(schema -> vocabularyFacets.put(
                        schema,
                        Facet.all(registry, schema).stream()
                                .filter(facet -> facet.vocabulary() != null)
                                .toList()));
        this.document = new RevisionCached<>(revisions::revision, (reached, previous) -> {
            ResourceCounts counts = records.allFacets(vocabularyFacets);
            return new RevisionCached.Computed<>(counts.revision(), write(counts));
        });
    }

    /** Returns the document at the revision that this node has reached, or a later one. */
    Meta current() {
        return document.get();
    }

    private Meta write(ResourceCounts counts) {
        Map<String, Meta.Resource> resources = new LinkedHashMap<>();
        registry.schemas()
                .forEach(schema -> resources.put(
                        schema.resource(), resource(schema, counts.counts().get(schema))));
        return new Meta(
                counts.revision(),
                Licensing.license(),
                Licensing.sources(),
                new Meta.Objections(contact.orElse(null), OBJECTIONS),
                limits(),
                Arrays.stream(Language.values()).map(Language::code).toList(),
                List.copyOf(Currencies.codes()),
                resources,
                null);
    }

    private ObjectNode limits() {
        ObjectNode limits = json.createObjectNode();
        limits.put("limit_least", QueryLimits.MIN_LIMIT);
        limits.put("limit_greatest", QueryLimits.MAX_LIMIT);
        ObjectNode defaults = limits.putObject("limit_default");
        for (Format format : Format.ofLists()) {
            defaults.put(format.code(), format.defaultLimit());
        }
        limits.put("sort_keys", QueryLimits.MAX_SORT_KEYS);
        limits.put("q_characters", QueryLimits.MAX_SEARCH_LENGTH);
        limits.put("q_words", QueryLimits.MAX_SEARCH_TERMS);
        limits.put("hits", QueryLimits.MAX_HITS);
        limits.put("suggestions", SearchQuery.MAX_SUGGESTIONS);
        limits.put("facets", QueryLimits.MAX_FACETS);
        limits.put("stats_dimensions", AggregationQuery.MAX_DIMENSIONS);
        limits.put("stats_rows", AggregationQuery.MAX_ROWS);
        limits.put("stats_groups", AggregationReader.MAX_GROUPS);
        limits.put("values_per_parameter", QueryLimits.MAX_VALUES);
        limits.put("expand_levels", QueryLimits.MAX_EXPANSION_DEPTH);
        limits.put("expanded_records", Expander.MAX_PER_RECORD);
        limits.put("expanded_records_in_all", Expander.MAX_PER_RESPONSE);
        limits.put("changes_limit_default", ChangesQuery.DEFAULT_LIMIT);
        limits.put("changes_limit_greatest", ChangesQuery.MAX_LIMIT);
        limits.put("changes_scanned", FeedReader.MAX_SCANNED);
        writePermits(limits, "streams", concurrencyLimits.streams());
        writePermits(limits, "exports", concurrencyLimits.exports());
        limits.put("statement_seconds", RecordLookup.QUERY_TIMEOUT_SECONDS);
        limits.put("parameters", Limits.MAX_PARAMETERS);
        limits.put("uri_characters", Limits.MAX_URI_LENGTH);
        limits.put("header_characters", Limits.MAX_HEADERS_LENGTH);
        limits.put("body_bytes", Limits.MAX_BODY_BYTES);
        limits.put("errors", Limits.MAX_ERRORS);
        limits.put("body_levels", RequestBody.MAX_DEPTH);
        limits.put("import_bytes", Limits.MAX_IMPORT_BYTES);
        limits.put("import_bytes_decompressed", Limits.MAX_IMPORT_BYTES_DECOMPRESSED);
        limits.put("import_cell_characters", Limits.MAX_CELL_LENGTH);
        limits.put("import_row_characters", Limits.MAX_ROW_LENGTH);
        limits.put("import_columns", Limits.MAX_COLUMNS);
        limits.put("imports", imports);
        limits.put("imports_bytes", (long) importsSize << 20);
        limits.put("imports_at_a_time", Limits.MAX_CONCURRENT_IMPORTS);
        limits.put("imports_listed", Limits.MAX_IMPORTS_LISTED);
        limits.put("import_report_days", Limits.DAYS_OF_IMPORTS);
        limits.put("import_silent_seconds", Limits.MAX_IMPORT_SILENCE_SECONDS);
        limits.put("proposal_bytes", Limits.MAX_PROPOSAL_BYTES);
        limits.put("proposal_note_characters", Limits.MAX_PROPOSAL_NOTE_LENGTH);
        limits.put("proposals_at_a_time", Limits.MAX_PROPOSALS_AT_ONCE);
        limits.put("proposal_seconds", Limits.PROPOSAL_REFILL_SECONDS);
        limits.put("proposals_open", Limits.MAX_OPEN_PROPOSALS);
        limits.put("proposals_open_per_address", Limits.MAX_OPEN_PROPOSALS_PER_CLIENT);
        limits.put("proposals_listed", Limits.MAX_PROPOSALS_LISTED);
        limits.put("network_links", Limits.MAX_CANDIDATE_LINKS);
        limits.put("network_rows", Limits.MAX_NETWORK_ROWS);
        limits.put("network_nodes", Limits.MAX_DRAWN_NODES);
        limits.put("reconcile_queries", Limits.MAX_RECONCILED);
        limits.put("reconcile_candidates", Limits.MAX_CANDIDATES);
        limits.put("reconcile_properties", Limits.MAX_HINTS);
        limits.put("reconcile_values", Limits.MAX_HINT_VALUES);
        limits.put("reconcile_suggestions", Limits.MAX_RECONCILED_SUGGESTIONS);
        limits.put("reconcile_extend_ids", Limits.MAX_EXTENDED);
        limits.put("reconcile_extend_properties", Limits.MAX_EXTENDED_BY);
        limits.put("reconcile_names", Limits.MAX_PASTED_NAMES);
        limits.put("wrong_keys", FailedAuthLimiter.MAX_FAILURES);
        limits.put("wrong_key_seconds", FailedAuthLimiter.REFILL_SECONDS);
        return limits;
    }

    private static void writePermits(ObjectNode limits, String name, PermitLimits permits) {
        limits.put(name, permits.permits());
        limits.put(name + "_per_address", permits.perClient());
        limits.put(name + "_kept_for_keys", permits.reservedForKeys());
    }

    private Meta.Resource resource(ResourceSchema schema, List<FacetSummary> counts) {
        Map<String, Meta.Relation> relations = new LinkedHashMap<>();
        schema.relations()
                .forEach(relation ->
                        relations.put(relation.name(), new Meta.Relation(relation.target(), relation.description())));
        Map<String, Map<String, Long>> enums = new LinkedHashMap<>();
        counts.forEach(summary -> enums.put(summary.facet().name(), counts(summary)));
        return new Meta.Resource(
                schema.description(),
                "/v1/" + schema.resource(),
                new Meta.Writing(
                        schema.owner().orElse(null),
                        operations(schema, Role.CONTRIBUTOR),
                        operations(schema, Role.CURATOR),
                        operations(schema, Role.ADMIN)),
                Format.of(schema).stream().map(Format::code).toList(),
                Format.ofRecord(schema).stream().map(Format::code).toList(),
                schema.fields().stream().map(MetaField::of).toList(),
                registry.filters(schema).stream().map(MetaDocument::filter).toList(),
                List.copyOf(registry.sortable(schema)),
                List.copyOf(registry.facetable(schema)),
                new Meta.Stats(
                        aggregations.dimensions(schema).stream()
                                .map(Dimension::name)
                                .toList(),
                        aggregations.metrics(schema).stream().map(Metric::name).toList()),
                List.copyOf(Expansion.expandable(schema)),
                definitions(schema),
                relations,
                enums,
                null);
    }

    /** Returns what the codes of computed values mean, by the name in {@code expand}. */
    private static Map<String, Map<String, String>> definitions(ResourceSchema schema) {
        Map<String, Map<String, String>> definitions = new LinkedHashMap<>();
        schema.derivedFields().stream()
                .filter(derived -> !derived.definitions().isEmpty())
                .forEach(derived -> definitions.put(derived.name(), derived.definitions()));
        return definitions;
    }

    private static List<String> operations(ResourceSchema schema, Role role) {
        return Arrays.stream(WriteOperation.values())
                .filter(operation ->
                        operation.minRole(schema).filter(role::includes).isPresent())
                .map(WriteOperation::code)
                .toList();
    }

    private static Meta.Filter filter(Filter filter) {
        return new Meta.Filter(
                filter.name(),
                MetaField.typeName(filter.field()),
                filter.operators().stream().map(Operator::code).toList());
    }

    /** Returns the counts of all codes of a vocabulary, used or not; of countries, only the used ones. */
    private Map<String, Long> counts(FacetSummary summary) {
        Map<Object, Long> countByCode = summary.values().stream()
                .collect(Collectors.toMap(FacetSummary.Count::value, FacetSummary.Count::count));
        String vocabulary = summary.facet().vocabulary();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String code : vocabularies.codes(vocabulary)) {
            if (countByCode.containsKey(code) || !vocabulary.equals(ResourceSchema.COUNTRIES)) {
                counts.put(code, countByCode.getOrDefault(code, 0L));
            }
        }
        return counts;
    }
}
