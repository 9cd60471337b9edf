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
import org.startupatlas.access.Role;
import org.startupatlas.access.Throttle;
import org.startupatlas.change.RevisionWatch;
import org.startupatlas.feed.Feed;
import org.startupatlas.http.LastingReadLimits;
import org.startupatlas.http.Limits;
import org.startupatlas.http.PlaceLimits;
import org.startupatlas.http.RequestBody;
import org.startupatlas.http.WriteOperation;
import org.startupatlas.query.AggregationSchema;
import org.startupatlas.query.Census;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Expander;
import org.startupatlas.query.Expansion;
import org.startupatlas.query.Facet;
import org.startupatlas.query.FacetCounts;
import org.startupatlas.query.Field;
import org.startupatlas.query.Filter;
import org.startupatlas.query.Format;
import org.startupatlas.query.Language;
import org.startupatlas.query.Operator;
import org.startupatlas.query.QueryLimits;
import org.startupatlas.query.RecordCounter;
import org.startupatlas.query.RecordReader;
import org.startupatlas.query.Register;
import org.startupatlas.query.SearchQuery;
import org.startupatlas.query.StatsQuery;
import org.startupatlas.query.StatsReader;
import org.startupatlas.query.Terms;
import org.startupatlas.record.Currencies;

/** Writes {@code /v1/meta} from the declarations, and counts anew when something was written. */
@Singleton
class MetaDocument {

    private final Register register;
    private final AggregationSchema aggregations;
    private final RecordCounter records;
    private final Terms terms;
    private final RevisionWatch watch;
    private final ObjectMapper json;
    private final Optional<String> contact;
    private final LastingReadLimits lasting;
    private final int imports;
    private final int importsSize;
    private final Map<Declaration, List<Facet>> counted = new LinkedHashMap<>();
    private volatile Snapshot snapshot = new Snapshot(-1, null);

    MetaDocument(
            Register register,
            AggregationSchema aggregations,
            RecordCounter records,
            Terms terms,
            RevisionWatch watch,
            ObjectMapper json,
            LastingReadLimits lasting,
            @ConfigProperty(name = "atlas.contact") Optional<String> contact,
            @ConfigProperty(name = "atlas.imports") int imports,
            @ConfigProperty(name = "atlas.imports-size") int importsSize) {
        this.register = register;
        this.aggregations = aggregations;
        this.records = records;
        this.terms = terms;
        this.watch = watch;
        this.json = json;
        this.contact = contact;
        this.lasting = lasting;
        this.imports = imports;
        this.importsSize = importsSize;
        register.declarations()
                .forEach(declaration -> counted.put(
                        declaration,
                        Facet.all(register, declaration).stream()
                                .filter(facet -> facet.vocabulary() != null)
                                .toList()));
    }

    private record Snapshot(long revision, ObjectNode document) {}

    /** The document as of the revision reached, or a later one. */
    ObjectNode current() {
        Snapshot known = snapshot;
        long revision = watch.revision();
        if (known.revision >= revision) {
            return known.document;
        }
        // One request counts; the others wait for it rather than count as well.
        synchronized (this) {
            if (snapshot.revision < revision) {
                Census census = records.census(counted);
                snapshot = new Snapshot(census.revision(), write(census));
            }
            return snapshot.document;
        }
    }

    private ObjectNode write(Census census) {
        ObjectNode meta = json.createObjectNode();
        meta.put("revision", census.revision());
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
        register.declarations()
                .forEach(declaration -> writeResource(
                        resources.putObject(declaration.resource()),
                        declaration,
                        census.counts().get(declaration)));
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
        limits.put("stats_dimensions", StatsQuery.MAX_DIMENSIONS);
        limits.put("stats_rows", StatsQuery.MAX_ROWS);
        limits.put("stats_groups", StatsReader.MOST_GROUPS);
        limits.put("values_per_parameter", QueryLimits.MAX_VALUES);
        limits.put("expand_levels", QueryLimits.MAX_EXPANSION_DEPTH);
        limits.put("expanded_records", Expander.MOST_EXPANDED);
        limits.put("expanded_records_in_all", Expander.MOST_EXPANDED_IN_ALL);
        limits.put("changes_limit_default", ChangesQuery.DEFAULT_LIMIT);
        limits.put("changes_limit_greatest", ChangesQuery.MAX_LIMIT);
        limits.put("changes_scanned", Feed.MOST_SCANNED);
        writePlaces(limits, "streams", lasting.streams());
        writePlaces(limits, "exports", lasting.exports());
        limits.put("statement_seconds", RecordReader.LONGEST_SECONDS);
        limits.put("parameters", Limits.MOST_PARAMETERS);
        limits.put("uri_characters", Limits.LONGEST_URI);
        limits.put("header_characters", Limits.LARGEST_HEADERS);
        limits.put("body_bytes", Limits.LARGEST_BODY);
        limits.put("errors", Limits.MOST_ERRORS);
        limits.put("body_levels", RequestBody.MOST_LEVELS);
        limits.put("import_bytes", Limits.LARGEST_IMPORT);
        limits.put("import_bytes_decompressed", Limits.LARGEST_IMPORT_DECOMPRESSED);
        limits.put("import_cell_characters", Limits.LONGEST_CELL);
        limits.put("import_row_characters", Limits.LONGEST_ROW);
        limits.put("import_columns", Limits.MOST_COLUMNS);
        limits.put("imports", imports);
        limits.put("imports_bytes", (long) importsSize << 20);
        limits.put("imports_at_a_time", Limits.IMPORTS_AT_A_TIME);
        limits.put("imports_listed", Limits.MOST_IMPORTS_LISTED);
        limits.put("import_report_days", Limits.DAYS_OF_IMPORTS);
        limits.put("import_silent_seconds", Limits.SILENT_SECONDS_OF_IMPORTS);
        limits.put("wrong_keys", Throttle.WRONG_KEYS);
        limits.put("wrong_key_seconds", Throttle.SECONDS_FOR_ANOTHER);
    }

    private static void writePlaces(ObjectNode limits, String name, PlaceLimits places) {
        limits.put(name, places.places());
        limits.put(name + "_per_address", places.perClient());
        limits.put(name + "_kept_for_keys", places.keptForKeys());
    }

    private void writeResource(ObjectNode resource, Declaration declaration, List<FacetCounts> counts) {
        resource.put("description", declaration.description());
        resource.put("link", "/v1/" + declaration.resource());
        writeRoles(resource.putObject("writing"), declaration);
        ArrayNode formats = resource.putArray("formats");
        Format.of(declaration).forEach(format -> formats.add(format.code()));
        ArrayNode recordFormats = resource.putArray("record_formats");
        Format.ofRecord(declaration).forEach(format -> recordFormats.add(format.code()));
        ArrayNode fields = resource.putArray("fields");
        declaration.fields().forEach(field -> writeField(fields.addObject(), field));
        ArrayNode filters = resource.putArray("filters");
        register.filters(declaration).forEach(filter -> writeFilter(filters.addObject(), filter));
        ArrayNode sortable = resource.putArray("sortable");
        register.sortable(declaration).forEach(sortable::add);
        ArrayNode facetable = resource.putArray("facetable");
        register.facetable(declaration).forEach(facetable::add);
        writeStats(resource.putObject("stats"), declaration);
        ArrayNode expand = resource.putArray("expand");
        Expansion.possible(declaration).forEach(expand::add);
        ObjectNode relations = resource.putObject("relations");
        declaration.relations().forEach(relation -> relations
                .putObject(relation.name())
                .put("resource", relation.target())
                .put("description", relation.description()));
        ObjectNode enums = resource.putObject("enums");
        counts.forEach(each -> writeCounts(enums.putObject(each.facet().name()), each));
    }

    /** What the records of a contributor's own partner are, and what each role may do. */
    private static void writeRoles(ObjectNode writing, Declaration declaration) {
        writing.put("owner", declaration.owner().orElse(null));
        for (Role role : Role.values()) {
            ArrayNode operations = writing.putArray(role.code());
            for (WriteOperation operation : WriteOperation.values()) {
                operation
                        .smallestRole(declaration)
                        .filter(role::includes)
                        .ifPresent(allowed -> operations.add(operation.code()));
            }
        }
    }

    private void writeStats(ObjectNode stats, Declaration declaration) {
        ArrayNode groupBy = stats.putArray("group_by");
        aggregations.dimensions(declaration).forEach(dimension -> groupBy.add(dimension.name()));
        ArrayNode metrics = stats.putArray("metrics");
        aggregations.metrics(declaration).forEach(metric -> metrics.add(metric.name()));
    }

    private static void writeField(ObjectNode node, Field field) {
        node.put("name", field.name());
        node.put("type", field.isComposed() ? "object" : field.type().name());
        node.put("list", field.isList());
        node.put("always", field.isAlways());
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

    /** All codes of a vocabulary, used or not; of the countries, those that are used. */
    private void writeCounts(ObjectNode node, FacetCounts counts) {
        Map<Object, Long> found =
                counts.values().stream().collect(Collectors.toMap(FacetCounts.Count::value, FacetCounts.Count::count));
        String vocabulary = counts.facet().vocabulary();
        for (String code : terms.codes(vocabulary)) {
            if (found.containsKey(code) || !vocabulary.equals(Declaration.COUNTRIES)) {
                node.put(code, found.getOrDefault(code, 0L));
            }
        }
    }
}
