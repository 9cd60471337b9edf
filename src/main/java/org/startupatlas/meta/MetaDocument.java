package org.startupatlas.meta;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
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
import org.startupatlas.query.expand.Expander;
import org.startupatlas.query.facet.Facet;
import org.startupatlas.query.facet.FacetSummary;
import org.startupatlas.query.facet.RecordCounter;
import org.startupatlas.query.facet.ResourceCounts;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.record.Currencies;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Filter;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.schema.type.Operator;

/** Writes {@code /v1/meta} from the schemas and the record counts. The document is cached until the next revision. */
@Singleton
class MetaDocument {

    private final SchemaRegistry registry;
    private final AggregationSchema aggregations;
    private final Vocabularies vocabularies;
    private final ObjectMapper json;
    private final Optional<String> contact;
    private final ConcurrencyLimits concurrencyLimits;
    private final int imports;
    private final int importsSize;
    private final Map<ResourceSchema, List<Facet>> vocabularyFacets = new LinkedHashMap<>();
    private final RevisionCached<ObjectNode> document;

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
    ObjectNode current() {
        return document.get();
    }

    private ObjectNode write(ResourceCounts counts) {
        ObjectNode meta = json.createObjectNode();
        meta.put("revision", counts.revision());
        meta.set("license", Licensing.license(json));
        meta.set("sources", Licensing.sources(json));
        writeObjections(meta.putObject("objections"));
        writeLimits(meta.putObject("limits"));
        ArrayNode languages = meta.putArray("languages");
        for (Language language : Language.values()) {
            languages.add(language.code());
        }
        ArrayNode currencies = meta.putArray("currencies");
        Currencies.codes().forEach(currencies::add);
        ObjectNode resources = meta.putObject("resources");
        registry.schemas()
                .forEach(schema -> writeResource(
                        resources.putObject(schema.resource()),
                        schema,
                        counts.counts().get(schema)));
        return meta;
    }

    private void writeObjections(ObjectNode objections) {
        objections.put("contact", contact.orElse(null));
        objections.put(
                "how",
                "Whoever finds a mistake or objects to an entry writes to the operator of this instance, naming the "
                        + "record's id, the field and a source. The registry holds organisations only, no natural "
                        + "persons (law 09-08).");
    }

    private void writeLimits(ObjectNode limits) {
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
        limits.put("wrong_keys", FailedAuthLimiter.MAX_FAILURES);
        limits.put("wrong_key_seconds", FailedAuthLimiter.REFILL_SECONDS);
    }

    private static void writePermits(ObjectNode limits, String name, PermitLimits permits) {
        limits.put(name, permits.permits());
        limits.put(name + "_per_address", permits.perClient());
        limits.put(name + "_kept_for_keys", permits.reservedForKeys());
    }

    private void writeResource(ObjectNode resource, ResourceSchema schema, List<FacetSummary> counts) {
        resource.put("description", schema.description());
        resource.put("link", "/v1/" + schema.resource());
        writeRoles(resource.putObject("writing"), schema);
        ArrayNode formats = resource.putArray("formats");
        Format.of(schema).forEach(format -> formats.add(format.code()));
        ArrayNode recordFormats = resource.putArray("record_formats");
        Format.ofRecord(schema).forEach(format -> recordFormats.add(format.code()));
        ArrayNode fields = resource.putArray("fields");
        schema.fields().forEach(field -> writeField(fields.addObject(), field));
        ArrayNode filters = resource.putArray("filters");
        registry.filters(schema).forEach(filter -> writeFilter(filters.addObject(), filter));
        ArrayNode sortable = resource.putArray("sortable");
        registry.sortable(schema).forEach(sortable::add);
        ArrayNode facetable = resource.putArray("facetable");
        registry.facetable(schema).forEach(facetable::add);
        writeStats(resource.putObject("stats"), schema);
        ArrayNode expand = resource.putArray("expand");
        Expansion.expandable(schema).forEach(expand::add);
        ObjectNode relations = resource.putObject("relations");
        schema.relations().forEach(relation -> relations
                .putObject(relation.name())
                .put("resource", relation.target())
                .put("description", relation.description()));
        ObjectNode enums = resource.putObject("enums");
        counts.forEach(summary -> writeCounts(enums.putObject(summary.facet().name()), summary));
    }

    /** Writes the field that refers to the owner of a record, and the operations of each role. */
    private static void writeRoles(ObjectNode writing, ResourceSchema schema) {
        writing.put("owner", schema.owner().orElse(null));
        for (Role role : Role.values()) {
            ArrayNode operations = writing.putArray(role.code());
            for (WriteOperation operation : WriteOperation.values()) {
                operation.minRole(schema).filter(role::includes).ifPresent(allowed -> operations.add(operation.code()));
            }
        }
    }

    private void writeStats(ObjectNode stats, ResourceSchema schema) {
        ArrayNode groupBy = stats.putArray("group_by");
        aggregations.dimensions(schema).forEach(dimension -> groupBy.add(dimension.name()));
        ArrayNode metrics = stats.putArray("metrics");
        aggregations.metrics(schema).forEach(metric -> metrics.add(metric.name()));
    }

    private static void writeField(ObjectNode node, Field field) {
        node.put("name", field.name());
        node.put("type", field.isComposed() ? "object" : field.type().name());
        node.put("list", field.isList());
        node.put("always", field.isNonNull());
        if (field.vocabulary() != null) {
            node.put("vocabulary", field.vocabulary());
        }
        if (field.target() != null) {
            node.put("resource", field.target());
        }
        node.put("description", field.description());
        if (field.isComposed()) {
            ArrayNode parts = node.putArray("fields");
            field.parts().forEach(part -> writeField(parts.addObject(), part));
        }
    }

    private static void writeFilter(ObjectNode node, Filter filter) {
        node.put("name", filter.name());
        node.put(
                "type",
                filter.field().isComposed() ? "object" : filter.field().type().name());
        ArrayNode operators = node.putArray("operators");
        filter.operators().stream().map(Operator::code).forEach(operators::add);
    }

    /** Writes the counts of all codes of a vocabulary, used or not; of countries, only the used ones. */
    private void writeCounts(ObjectNode node, FacetSummary counts) {
        Map<Object, Long> countByCode = counts.values().stream()
                .collect(Collectors.toMap(FacetSummary.Count::value, FacetSummary.Count::count));
        String vocabulary = counts.facet().vocabulary();
        for (String code : vocabularies.codes(vocabulary)) {
            if (countByCode.containsKey(code) || !vocabulary.equals(ResourceSchema.COUNTRIES)) {
                node.put(code, countByCode.getOrDefault(code, 0L));
            }
        }
    }
}
