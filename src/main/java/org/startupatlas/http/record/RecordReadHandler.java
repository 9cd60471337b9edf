package org.startupatlas.http.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.http.License;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.format.Projection;
import org.startupatlas.http.format.RecordBodyWriter;
import org.startupatlas.http.format.ResponseBody;
import org.startupatlas.http.problem.ProblemException;
import org.startupatlas.http.response.ChangeResponses;
import org.startupatlas.http.response.EntityTag;
import org.startupatlas.http.response.Negotiation;
import org.startupatlas.http.response.PageLink;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.query.ListQuery;
import org.startupatlas.query.Page;
import org.startupatlas.query.expand.Expander;
import org.startupatlas.query.filter.RelationFilter;
import org.startupatlas.query.lookup.FormerSlugs;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.lookup.ReferenceResolver;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.page.ListReader;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parse.ChangesQueryParser;
import org.startupatlas.query.parse.ListQueryParser;
import org.startupatlas.schema.Fingerprint;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Relation;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/** Answers requests for records: reads the request by the grammar, the records from the database, and writes them. */
@Singleton
public final class RecordReadHandler {

    private final SchemaRegistry register;
    private final ListQueryParser grammar;
    private final RecordLookup records;
    private final ListReader lists;
    private final ReferenceResolver lookup;
    private final Vocabularies terms;
    private final RevisionTracker watch;
    private final RecordBodyWriter bodies;
    private final ChangesQueryParser changesGrammar;
    private final PastRecords past;
    private final FormerSlugs formerNames;
    private final ChangeResponses changeAnswers;

    /** Most records are asked for as they are stored, in one of two ways for each resource. */
    private final Map<String, String> variantsAsStored = new ConcurrentHashMap<>();

    RecordReadHandler(
            SchemaRegistry register,
            ListQueryParser grammar,
            RecordLookup records,
            ListReader lists,
            ReferenceResolver lookup,
            Vocabularies terms,
            RevisionTracker watch,
            Expander expander,
            ObjectMapper json,
            ChangesQueryParser changesGrammar,
            PastRecords past,
            FormerSlugs formerNames,
            ChangeResponses changeAnswers) {
        this.register = register;
        this.grammar = grammar;
        this.records = records;
        this.lists = lists;
        this.lookup = lookup;
        this.terms = terms;
        this.watch = watch;
        this.bodies = new RecordBodyWriter(register, terms, expander, json);
        this.changesGrammar = changesGrammar;
        this.past = past;
        this.formerNames = formerNames;
        this.changeAnswers = changeAnswers;
    }

    /** A page of all records of a resource that the request asks for. */
    Response list(ResourceSchema declaration, HttpServerRequest request) {
        return list(declaration, ListQueryParser.Scope.ALL, request);
    }

    /** A page of the records in a relation of one record. */
    Response related(ResourceSchema declaration, String idOrSlug, String name, HttpServerRequest request) {
        Relation relation = declaration.relation(name).orElseThrow(() -> {
            List<String> names =
                    declaration.relations().stream().map(Relation::name).toList();
            return ProblemException.unknownPath(
                    request.path(), DidYouMean.nearest(name, names).orElse(null));
        });
        StoredRecord row = find(declaration, idOrSlug, request);
        RelationFilter related = new RelationFilter(register, relation, row.id());
        ListQueryParser.Scope scope = new ListQueryParser.Scope(
                declaration.resource() + "/" + row.id() + "/" + name,
                related.condition(),
                related.parameter().map(List::of).orElse(null));
        return list(register.get(relation.target()), scope, request);
    }

    /** One record; with {@code as_of} as it was then, a slug being one that the record has now. */
    Response record(ResourceSchema declaration, String idOrSlug, HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        ListQuery query = grammar.record(
                declaration, parameters, Negotiation.accepted(request, parameters, Format.ofRecord(declaration)));
        long revision = watch.revision();
        StoredRecord row = query.asOf() == null
                ? find(declaration, idOrSlug, request)
                : past.asOf(declaration, idOf(declaration, idOrSlug, request), query.asOf());
        // A value can be taken out of what was, which then is no other version.
        String redactable = query.asOf() == null ? "" : new String(row.json(), StandardCharsets.UTF_8);
        String variant = variant(query, ResponseBuilder.isCompressed(request), redactable);
        boolean expanded = !query.expansion().names().isEmpty();
        EntityTag tag = expanded ? EntityTag.weak(revision, variant) : EntityTag.strong(row.version(), variant);
        ResponseBuilder answer = isReference(declaration)
                ? ResponseBuilder.sharedForAMinute(request)
                : ResponseBuilder.revalidated(request);
        answer.tag(tag);
        if (ResponseBuilder.isKnown(request, tag)) {
            return answer.notModified();
        }
        ResponseBody body = bodies.record(query, row);
        return answer.in(body.languages()).ok(query.format(), body::bytes);
    }

    /** One version of a record, also of one that is no more if it is named by its id. */
    Response version(ResourceSchema declaration, String idOrSlug, String version, HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        ListQuery query = grammar.version(declaration, parameters, accepted(declaration, parameters, request));
        ResponseBody body =
                bodies.record(query, past.version(declaration, idOf(declaration, idOrSlug, request), version));
        return ResponseBuilder.unstored(request).in(body.languages()).ok(query.format(), body::bytes);
    }

    /** The changes of a record, also of one that is no more if it is named by its id. */
    Response history(ResourceSchema declaration, String idOrSlug, HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        ChangesQuery query =
                changesGrammar.history(declaration, parameters, ChangeResponses.accepted(request, parameters));
        return changeAnswers.page(request, query, past.history(query, idOf(declaration, idOrSlug, request)));
    }

    /** One element of a list inside a record, by the value of its part {@code key}. */
    public Response element(
            ResourceSchema declaration,
            String idOrSlug,
            String list,
            String key,
            String value,
            HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        ListQuery query = grammar.element(declaration, parameters);
        StoredRecord row = find(declaration, idOrSlug, request);
        ResponseBody body = bodies.element(query, row, list, key, value)
                .orElseThrow(() -> ProblemException.unknownRecord(
                        declaration.resource() + "/" + idOrSlug,
                        value,
                        DidYouMean.nearest(value, terms.codes(idOrSlug)).orElse(null)));
        EntityTag tag = EntityTag.strong(row.version(), variant(query, ResponseBuilder.isCompressed(request), value));
        ResponseBuilder answer = ResponseBuilder.sharedForAMinute(request).tag(tag);
        return ResponseBuilder.isKnown(request, tag)
                ? answer.notModified()
                : answer.in(body.languages()).ok(MediaType.APPLICATION_JSON_TYPE, body::bytes);
    }

    /**
     * A hash of all that the bytes depend on beside the records: what was asked and of whom, the labels, and how this
     * release writes the resource.
     */
    private String variant(ListQuery query, boolean compressed, String more) {
        String text = String.join(
                "\n",
                watch.origin(),
                query.declaration().fingerprint(),
                query.format().code(),
                query.language() == null ? "" : query.language().code() + Projection.LANGS + terms.version(),
                query.shownFields().map(Object::toString).orElse(""),
                query.expansion().toString(),
                compressed ? "gzip" : "",
                more);
        return query.isAsStored() && more.isEmpty()
                ? variantsAsStored.computeIfAbsent(text, Fingerprint::of)
                : Fingerprint.of(text);
    }

    private Response list(ResourceSchema declaration, ListQueryParser.Scope scope, HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        ListQuery query = grammar.list(declaration, scope, parameters, accepted(declaration, parameters, request));
        // The revision is read first: a tag may promise less than the page shows, never more.
        long reached = watch.revision();
        EntityTag tag = EntityTag.weak(
                reached,
                variant(
                        query,
                        ResponseBuilder.isCompressed(request),
                        request.path() + RequestParameters.inOneOrder(parameters)));
        if (ResponseBuilder.isKnown(request, tag)) {
            return ResponseBuilder.sharedForAMinute(request).tag(tag).notModified();
        }
        Page page = lists.page(query, reached);
        ResponseBuilder answer = page.isLasting()
                ? ResponseBuilder.sharedForAMinute(request).tag(tag)
                : ResponseBuilder.unstored(request);
        ResponseBody body = bodies.list(query, page);
        answer.header("Link", links(request, parameters, page, syncLink(query, scope, parameters, page)));
        if (query.format() == Format.CSV || query.format() == Format.NDJSON) {
            answer.header("Atlas-Has-More", String.valueOf(page.hasMore() || page.endsEarly()));
        }
        return answer.in(body.languages()).ok(query.format(), body::bytes);
    }

    /** The tag of a record as it is stored, not compressed. */
    EntityTag tagAsStored(ResourceSchema declaration, StoredRecord row) {
        ListQuery asStored = grammar.record(declaration, List.of(), Format.JSON);
        return EntityTag.strong(row.version(), variant(asStored, false, ""));
    }

    private StoredRecord find(ResourceSchema declaration, String idOrSlug, HttpServerRequest request) {
        return records.find(declaration, idOrSlug).orElseThrow(() -> formerNames
                .find(declaration, idOrSlug)
                .flatMap(FormerSlugs.Former::current)
                .<RuntimeException>map(current -> RecordMovedException.to(declaration, current.slug(), request))
                .orElseGet(() -> absent(declaration, idOrSlug)));
    }

    /** The problem of an id or slug that leads to no record: 410 with the revision if it led to one, otherwise 404. */
    ProblemException absent(ResourceSchema declaration, String idOrSlug) {
        return formerNames
                .find(declaration, idOrSlug)
                .map(former -> ProblemException.gone(idOrSlug, former.revision()))
                .orElseGet(() -> ProblemException.unknownRecord(
                        declaration.resource(),
                        idOrSlug,
                        lookup.nearestSlug(declaration, idOrSlug).orElse(null)));
    }

    /** An id is one even if its record is no more; what is no id is a slug that a record has now. */
    private String idOf(ResourceSchema declaration, String idOrSlug, HttpServerRequest request) {
        return lookup.asId(declaration, idOrSlug)
                .orElseGet(() -> find(declaration, idOrSlug, request).id().toString());
    }

    /** Countries and vocabularies change rarely; caches may keep them for a minute. */
    private static boolean isReference(ResourceSchema declaration) {
        return declaration.hasWordsAsIds();
    }

    private static Format accepted(ResourceSchema declaration, List<Parameter> parameters, HttpServerRequest request) {
        return Negotiation.accepted(request, parameters, Format.of(declaration));
    }

    private static String links(
            HttpServerRequest request, List<Parameter> parameters, Page page, Optional<String> sync) {
        List<String> links = new ArrayList<>();
        if (page.hasMore()) {
            links.add("<" + PageLink.of(request.path(), parameters, page.nextCursor()) + ">; rel=\"next\"");
        }
        sync.ifPresent(link -> links.add("<" + link + ">; rel=\"sync\""));
        links.add(License.LINK);
        return String.join(", ", links);
    }

    /** The feed to follow after the walk, where the feed can be asked for the same records. */
    private static Optional<String> syncLink(
            ListQuery query, ListQueryParser.Scope scope, List<Parameter> parameters, Page page) {
        if (scope.filters() == null || !query.canBeFollowed()) {
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
                : Optional.of(
                        PageLink.toFeed(page.revision(), query.declaration().resource(), filters));
    }
}
