package org.startupatlas.explore.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.http.format.Projection;
import org.startupatlas.query.ListQuery;
import org.startupatlas.query.Page;
import org.startupatlas.query.expand.Expander;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.page.ListReader;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.query.parse.ListQueryParser;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/** Reads what pages show with the queries of the API: lists and records in one language, with their labels. */
@Singleton
public final class PageReader {

    private final SchemaRegistry registry;
    private final ListQueryParser parser;
    private final ListReader lists;
    private final RecordLookup lookup;
    private final Expander expander;
    private final Vocabularies vocabularies;
    private final RevisionTracker revisions;
    private final ObjectMapper json;

    PageReader(
            SchemaRegistry registry,
            ListQueryParser parser,
            ListReader lists,
            RecordLookup lookup,
            Expander expander,
            Vocabularies vocabularies,
            RevisionTracker revisions,
            ObjectMapper json) {
        this.registry = registry;
        this.parser = parser;
        this.lists = lists;
        this.lookup = lookup;
        this.expander = expander;
        this.vocabularies = vocabularies;
        this.revisions = revisions;
        this.json = json;
    }

    /**
     * A page of a list.
     *
     * @param query the query, for its sort order and whether a feed has the same filters
     * @param records the records in one language, with what was expanded
     * @param projection returns the labels of codes
     */
    public record ListOfRecords(ListQuery query, Page page, List<ObjectNode> records, Projection projection) {}

    public ResourceSchema schema(String resource) {
        return registry.get(resource);
    }

    /** Reads a page of all records; throws {@code RejectedException} if a parameter is invalid. */
    public ListOfRecords list(ResourceSchema schema, Language language, List<Parameter> parameters) {
        return in(schema, ListQueryParser.Scope.ALL, language).read(parameters);
    }

    /** Returns the reader of one list. */
    public ListReading in(ResourceSchema schema, ListQueryParser.Scope scope, Language language) {
        return new ListReading(schema, scope, language);
    }

    /** Reads the pages of one list. */
    public final class ListReading {
        private final ResourceSchema schema;
        private final ListQueryParser.Scope scope;
        private final Language language;

        private ListReading(ResourceSchema schema, ListQueryParser.Scope scope, Language language) {
            this.schema = schema;
            this.scope = scope;
            this.language = language;
        }

        /** Throws {@code RejectedException} if a parameter is invalid. */
        public void validate(List<Parameter> parameters) {
            query(parameters);
        }

        private ListQuery query(List<Parameter> parameters) {
            List<Parameter> inLanguage = new ArrayList<>(parameters);
            inLanguage.add(new Parameter("lang", language.code()));
            return parser.list(schema, scope, inLanguage, Format.JSON);
        }

        /** Reads a page; throws {@code RejectedException} if a parameter is invalid. */
        public ListOfRecords read(List<Parameter> parameters) {
            ListQuery query = query(parameters);
            Page page = lists.page(query, revisions.revision());
            Projection projection = new Projection(registry, vocabularies, language);
            List<ObjectNode> records = page.records().stream()
                    .map(stored -> RecordJson.read(json, stored.json()))
                    .toList();
            expander.expand(schema, query.expansion(), records);
            return new ListOfRecords(
                    query,
                    page,
                    records.stream()
                            .map(record -> projection.project(
                                    schema, record, query.shownFields().orElse(null)))
                            .toList(),
                    projection);
        }
    }

    /** Returns all records of a list, for lists of a few hundred. */
    public List<ObjectNode> all(ResourceSchema schema, Language language, List<Parameter> filters) {
        List<ObjectNode> records = new ArrayList<>();
        String cursor = null;
        do {
            List<Parameter> parameters = new ArrayList<>(filters);
            parameters.add(new Parameter("limit", String.valueOf(QueryLimits.MAX_LIMIT)));
            if (cursor != null) {
                parameters.add(new Parameter("cursor", cursor));
            }
            ListOfRecords list = list(schema, language, parameters);
            records.addAll(list.records());
            cursor = list.page().nextCursor();
        } while (cursor != null);
        return records;
    }

    /** Returns the number of the records of a resource that satisfy the filters. */
    public long count(String resource, Parameter... filters) {
        List<Parameter> parameters = new ArrayList<>(List.of(filters));
        parameters.add(new Parameter("total", "true"));
        parameters.add(new Parameter("limit", "1"));
        parameters.add(new Parameter("fields", "id"));
        ListQuery query = parser.list(schema(resource), ListQueryParser.Scope.ALL, parameters, Format.JSON);
        return lists.page(query, revisions.revision()).total().orElseThrow();
    }

    /** Returns a stored record in one language, with what {@code expand} names, as the parameter writes it. */
    public ObjectNode record(ResourceSchema schema, StoredRecord stored, Language language, String expand) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter("lang", language.code()));
        if (!expand.isEmpty()) {
            parameters.add(new Parameter("expand", expand));
        }
        ListQuery query = parser.record(schema, parameters, Format.JSON);
        ObjectNode record = RecordJson.read(json, stored.json());
        expander.expand(schema, query.expansion(), List.of(record));
        return new Projection(registry, vocabularies, language).project(schema, record, null);
    }

    /** Returns the name of a record; the id or slug itself if there is no such record. */
    public String name(String resource, String idOrSlug) {
        return lookup.find(registry.get(resource), idOrSlug)
                .map(stored -> RecordJson.read(json, stored.json()).get("name").textValue())
                .orElse(idOrSlug);
    }
}
