package org.startupatlas.http.record;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.format.RecordBodyWriter;
import org.startupatlas.http.format.ResponseBody;
import org.startupatlas.http.response.ChangeResponses;
import org.startupatlas.http.response.EntityTag;
import org.startupatlas.http.response.Negotiation;
import org.startupatlas.http.response.PageLink;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.http.response.VariantHash;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.query.ListQuery;
import org.startupatlas.query.Page;
import org.startupatlas.query.expand.Today;
import org.startupatlas.query.filter.RelationFilter;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.page.ListReader;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parse.ChangesQueryParser;
import org.startupatlas.query.parse.ListQueryParser;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.schema.relation.Relation;

/** Handles reads of records: parses the request, reads the records and builds the response. */
@Singleton
public final class RecordReadHandler {

    private final SchemaRegistry registry;
    private final ListQueryParser parser;
    private final CurrentRecords records;
    private final ListReader lists;
    private final Vocabularies vocabularies;
    private final RevisionTracker revisions;
    private final VariantHash variants;
    private final Today today;
    private final RecordBodyWriter bodyWriter;
    private final ChangesQueryParser changesParser;
    private final PastRecords pastRecords;
    private final ChangeResponses changeResponses;

    RecordReadHandler(
            SchemaRegistry registry,
            ListQueryParser parser,
            CurrentRecords records,
            ListReader lists,
            Vocabularies vocabularies,
            RevisionTracker revisions,
            VariantHash variants,
            Today today,
            RecordBodyWriter bodyWriter,
            ChangesQueryParser changesParser,
            PastRecords pastRecords,
            ChangeResponses changeResponses) {
        this.registry = registry;
        this.parser = parser;
        this.records = records;
        this.lists = lists;
        this.vocabularies = vocabularies;
        this.revisions = revisions;
        this.variants = variants;
        this.today = today;
        this.bodyWriter = bodyWriter;
        this.changesParser = changesParser;
        this.pastRecords = pastRecords;
        this.changeResponses = changeResponses;
    }

    /** Responds with a page of the records of a resource that match the request. */
    Response list(ResourceSchema schema, HttpServerRequest request) {
        return list(schema, ListQueryParser.Scope.ALL, request);
    }

    /** Responds with a page of the records in a relation of one record. */
    Response related(ResourceSchema schema, String idOrSlug, String name, HttpServerRequest request) {
        Relation relation = schema.relation(name).orElseThrow(() -> {
            List<String> names = schema.relations().stream().map(Relation::name).toList();
            return RejectedException.unknownPath(
                    request.path(), DidYouMean.nearest(name, names).orElse(null));
        });
        StoredRecord record = records.find(schema, idOrSlug, request);
        RelationFilter related = new RelationFilter(registry, relation, record.id());
        ListQueryParser.Scope scope = new ListQueryParser.Scope(
                schema.resource() + "/" + record.id() + "/" + name,
                related.condition(),
                related.parameter().map(List::of).orElse(null));
        return list(registry.get(relation.target()), scope, request);
    }

    /** Responds with one record; with {@code as_of}, as it was then. A slug is looked up among the current ones. */
    Response record(ResourceSchema schema, String idOrSlug, HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        ListQuery query =
                parser.record(schema, parameters, Negotiation.accepted(request, parameters, Format.ofRecord(schema)));
        long revision = revisions.revision();
        StoredRecord record = query.asOf() == null
                ? records.find(schema, idOrSlug, request)
                : pastRecords.asOf(schema, records.id(schema, idOrSlug, request), query.asOf());
        // A redaction can remove a value from a past version without incrementing the version.
        String redactable = query.asOf() == null ? "" : new String(record.json(), StandardCharsets.UTF_8);
        LocalDate day = dayOf(query);
        String variant =
                variants.ofRecord(query, ResponseBuilder.acceptsGzip(request), redactable + (day == null ? "" : day));
        boolean expanded = !query.expansion().names().isEmpty();
        ResponseBuilder response = isReference(schema)
                ? ResponseBuilder.shared(request, revision)
                : ResponseBuilder.revalidated(request, revision);
        response.validOn(day);
        if (expanded) {
            response.tagRevision(variant);
        } else {
            response.tag(EntityTag.strong(record.version(), variant));
        }
        if (response.isNotModified()) {
            return response.notModified();
        }
        ResponseBody body = bodyWriter.record(query, record);
        return response.languages(body.languages()).ok(query.format(), body::bytes);
    }

    /** Responds with one version of a record; a deleted record must be given by its id. */
    Response version(ResourceSchema schema, String idOrSlug, String version, HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        ListQuery query = parser.version(schema, parameters, accepted(schema, parameters, request));
        ResponseBody body =
                bodyWriter.record(query, pastRecords.version(schema, records.id(schema, idOrSlug, request), version));
        return ResponseBuilder.uncached(request).languages(body.languages()).ok(query.format(), body::bytes);
    }

    /** Responds with the changes of a record; a deleted record must be given by its id. */
    Response history(ResourceSchema schema, String idOrSlug, HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        ChangesQuery query = changesParser.history(schema, parameters, ChangeResponses.accepted(request, parameters));
        return changeResponses.page(request, query, pastRecords.history(query, records.id(schema, idOrSlug, request)));
    }

    /** Responds with one element of a list inside a record, selected by the value of its property {@code key}. */
    public Response element(
            ResourceSchema schema, String idOrSlug, String list, String key, String value, HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        ListQuery query = parser.element(schema, parameters);
        long revision = revisions.revision();
        StoredRecord record = records.find(schema, idOrSlug, request);
        ResponseBody body = bodyWriter
                .element(query, record, list, key, value)
                .orElseThrow(() -> RejectedException.unknownRecord(
                        schema.resource() + "/" + idOrSlug,
                        value,
                        DidYouMean.nearest(value, vocabularies.codes(idOrSlug)).orElse(null)));
        String variant = variants.ofRecord(query, ResponseBuilder.acceptsGzip(request), value);
        ResponseBuilder response =
                ResponseBuilder.shared(request, revision).tag(EntityTag.strong(record.version(), variant));
        return response.isNotModified()
                ? response.notModified()
                : response.languages(body.languages()).ok(MediaType.APPLICATION_JSON_TYPE, body::bytes);
    }

    private Response list(ResourceSchema schema, ListQueryParser.Scope scope, HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        ListQuery query = parser.list(schema, scope, parameters, accepted(schema, parameters, request));
        LocalDate day = dayOf(query);
        String shape = schema.fingerprint() + (day == null ? "" : day);
        ResponseBuilder response = ResponseBuilder.shared(request, revisions.revision())
                .tagRevision(variants.ofRequest(request, shape, query.language(), query.format()))
                .validOn(day);
        if (response.isNotModified()) {
            return response.notModified();
        }
        Page page = lists.page(query, response.revision());
        if (!page.isCacheable()) {
            response = ResponseBuilder.uncached(request);
        }
        ResponseBody body = bodyWriter.list(query, page);
        response.links(Stream.concat(
                PageLink.next(request.path(), parameters, page.nextCursor()).stream(),
                syncLink(query, scope, parameters, page).map(link -> PageLink.header(link, "sync")).stream()));
        return response.languages(body.languages())
                .hasMore(query.format(), page.hasMore() || page.isTruncated())
                .ok(query.format(), body::bytes);
    }

    /** Returns the current day if the response depends on it, else null. */
    private LocalDate dayOf(ListQuery query) {
        return query.expansion().dependsOnDay(query.schema(), registry) ? today.day() : null;
    }

    /** Returns the entity tag of the uncompressed JSON of a record. */
    EntityTag tagAsStored(ResourceSchema schema, StoredRecord record) {
        ListQuery asStored = parser.record(schema, List.of(), Format.JSON);
        return EntityTag.strong(record.version(), variants.ofRecord(asStored, false, ""));
    }

    /** Countries and vocabularies change rarely; shared caches may keep them for a minute. */
    private static boolean isReference(ResourceSchema schema) {
        return schema.hasCodeIds();
    }

    private static Format accepted(ResourceSchema schema, List<Parameter> parameters, HttpServerRequest request) {
        return Negotiation.accepted(request, parameters, Format.of(schema));
    }

    /** Returns the link to the feed that continues the list, if the feed has an equivalent filter. */
    private static Optional<String> syncLink(
            ListQuery query, ListQueryParser.Scope scope, List<Parameter> parameters, Page page) {
        if (scope.filters() == null || !query.hasEquivalentFeed()) {
            return Optional.empty();
        }
        List<Parameter> asked = parameters.stream()
                .filter(parameter -> !ListQueryParser.LIST_PARAMETERS.contains(parameter.name()))
                .toList();
        List<Parameter> filters = new ArrayList<>(scope.filters());
        filters.addAll(asked);
        // Both filters of one name hold here; the feed would read them as one filter with either value.
        boolean both = scope.filters().stream()
                .anyMatch(filter -> asked.stream().map(Parameter::name).anyMatch(filter.name()::equals));
        return both
                ? Optional.empty()
                : Optional.of(PageLink.toFeed(page.revision(), query.schema().resource(), filters));
    }
}
