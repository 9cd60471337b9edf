package org.startupatlas.http;

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
import org.startupatlas.change.RevisionWatch;
import org.startupatlas.query.ChangesGrammar;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Expander;
import org.startupatlas.query.Fingerprint;
import org.startupatlas.query.Format;
import org.startupatlas.query.FormerNames;
import org.startupatlas.query.Grammar;
import org.startupatlas.query.ListReader;
import org.startupatlas.query.Lookup;
import org.startupatlas.query.Page;
import org.startupatlas.query.Parameter;
import org.startupatlas.query.Query;
import org.startupatlas.query.RecordReader;
import org.startupatlas.query.Register;
import org.startupatlas.query.Relation;
import org.startupatlas.query.RelationFilter;
import org.startupatlas.query.Row;
import org.startupatlas.query.Spelling;
import org.startupatlas.query.Terms;

/** Answers requests for records: reads the request by the grammar, the records from the database, and writes them. */
@Singleton
public final class RecordReading {

    private final Register register;
    private final Grammar grammar;
    private final RecordReader records;
    private final ListReader lists;
    private final Lookup lookup;
    private final Terms terms;
    private final RevisionWatch watch;
    private final BodyWriter bodies;
    private final ChangesGrammar changesGrammar;
    private final PastRecords past;
    private final FormerNames formerNames;
    private final ChangeAnswers changeAnswers;

    /** Most records are asked for as they are stored, in one of two ways for each resource. */
    private final Map<String, String> variantsAsStored = new ConcurrentHashMap<>();

    RecordReading(
            Register register,
            Grammar grammar,
            RecordReader records,
            ListReader lists,
            Lookup lookup,
            Terms terms,
            RevisionWatch watch,
            Expander expander,
            ObjectMapper json,
            ChangesGrammar changesGrammar,
            PastRecords past,
            FormerNames formerNames,
            ChangeAnswers changeAnswers) {
        this.register = register;
        this.grammar = grammar;
        this.records = records;
        this.lists = lists;
        this.lookup = lookup;
        this.terms = terms;
        this.watch = watch;
        this.bodies = new BodyWriter(register, terms, expander, json);
        this.changesGrammar = changesGrammar;
        this.past = past;
        this.formerNames = formerNames;
        this.changeAnswers = changeAnswers;
    }

    /** A page of all records of a resource that the request asks for. */
    Response list(Declaration declaration, HttpServerRequest request) {
        return list(declaration, Grammar.Scope.ALL, request);
    }

    /** A page of the records in a relation of one record. */
    Response related(Declaration declaration, String idOrSlug, String name, HttpServerRequest request) {
        Relation relation = declaration.relation(name).orElseThrow(() -> {
            List<String> names =
                    declaration.relations().stream().map(Relation::name).toList();
            return ProblemException.unknownPath(
                    request.path(), Spelling.nearest(name, names).orElse(null));
        });
        Row row = find(declaration, idOrSlug, request);
        RelationFilter related = new RelationFilter(register, relation, row.id());
        Grammar.Scope scope = new Grammar.Scope(
                declaration.resource() + "/" + row.id() + "/" + name,
                related.condition(),
                related.parameter().map(List::of).orElse(null));
        return list(register.get(relation.target()), scope, request);
    }

    /** One record; with {@code as_of} as it was then, a slug being one that the record has now. */
    Response record(Declaration declaration, String idOrSlug, HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        Query query = grammar.record(
                declaration, parameters, Negotiation.accepted(request, parameters, Format.ofRecord(declaration)));
        long revision = watch.revision();
        Row row = query.asOf() == null
                ? find(declaration, idOrSlug, request)
                : past.asOf(declaration, idOf(declaration, idOrSlug, request), query.asOf());
        // A value can be taken out of what was, which then is no other version.
        String redactable = query.asOf() == null ? "" : new String(row.json(), StandardCharsets.UTF_8);
        String variant = variant(query, Answer.isCompressed(request), redactable);
        boolean expanded = !query.expansion().names().isEmpty();
        EntityTag tag = expanded ? EntityTag.weak(revision, variant) : EntityTag.strong(row.version(), variant);
        Answer answer = isReference(declaration) ? Answer.sharedForAMinute(request) : Answer.revalidated(request);
        answer.tag(tag);
        if (Answer.isKnown(request, tag)) {
            return answer.notModified();
        }
        Body body = bodies.record(query, row);
        return answer.in(body.languages()).ok(query.format(), body::bytes);
    }

    /** One version of a record, also of one that is no more if it is named by its id. */
    Response version(Declaration declaration, String idOrSlug, String version, HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        Query query = grammar.version(declaration, parameters, accepted(declaration, parameters, request));
        Body body = bodies.record(query, past.version(declaration, idOf(declaration, idOrSlug, request), version));
        return Answer.unstored(request).in(body.languages()).ok(query.format(), body::bytes);
    }

    /** The changes of a record, also of one that is no more if it is named by its id. */
    Response history(Declaration declaration, String idOrSlug, HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        ChangesQuery query =
                changesGrammar.history(declaration, parameters, ChangeAnswers.accepted(request, parameters));
        return changeAnswers.page(request, query, past.history(query, idOf(declaration, idOrSlug, request)));
    }

    /** One element of a list inside a record, by the value of its part {@code key}. */
    public Response element(
            Declaration declaration,
            String idOrSlug,
            String list,
            String key,
            String value,
            HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        Query query = grammar.element(declaration, parameters);
        Row row = find(declaration, idOrSlug, request);
        Body body = bodies.element(query, row, list, key, value)
                .orElseThrow(() -> ProblemException.unknownRecord(
                        declaration.resource() + "/" + idOrSlug,
                        value,
                        Spelling.nearest(value, terms.codes(idOrSlug)).orElse(null)));
        EntityTag tag = EntityTag.strong(row.version(), variant(query, Answer.isCompressed(request), value));
        Answer answer = Answer.sharedForAMinute(request).tag(tag);
        return Answer.isKnown(request, tag)
                ? answer.notModified()
                : answer.in(body.languages()).ok(MediaType.APPLICATION_JSON_TYPE, body::bytes);
    }

    /**
     * A hash of all that the bytes depend on beside the records: what was asked and of whom, the labels, and how this
     * release writes the resource.
     */
    private String variant(Query query, boolean compressed, String more) {
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

    private Response list(Declaration declaration, Grammar.Scope scope, HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        Query query = grammar.list(declaration, scope, parameters, accepted(declaration, parameters, request));
        // The revision is read first: a tag may promise less than the page shows, never more.
        long reached = watch.revision();
        EntityTag tag = EntityTag.weak(
                reached,
                variant(
                        query,
                        Answer.isCompressed(request),
                        request.path() + RequestParameters.inOneOrder(parameters)));
        if (Answer.isKnown(request, tag)) {
            return Answer.sharedForAMinute(request).tag(tag).notModified();
        }
        Page page = lists.page(query, reached);
        Answer answer = page.isLasting() ? Answer.sharedForAMinute(request).tag(tag) : Answer.unstored(request);
        Body body = bodies.list(query, page);
        answer.header("Link", links(request, parameters, page, syncLink(query, scope, parameters, page)));
        if (query.format() == Format.CSV || query.format() == Format.NDJSON) {
            answer.header("Atlas-Has-More", String.valueOf(page.hasMore() || page.endsEarly()));
        }
        return answer.in(body.languages()).ok(query.format(), body::bytes);
    }

    /** The tag of a record as it is stored, not compressed. */
    EntityTag tagAsStored(Declaration declaration, Row row) {
        Query asStored = grammar.record(declaration, List.of(), Format.JSON);
        return EntityTag.strong(row.version(), variant(asStored, false, ""));
    }

    private Row find(Declaration declaration, String idOrSlug, HttpServerRequest request) {
        return records.find(declaration, idOrSlug).orElseThrow(() -> formerNames
                .find(declaration, idOrSlug)
                .flatMap(FormerNames.Former::current)
                .<RuntimeException>map(current -> Moved.to(declaration, current.slug(), request))
                .orElseGet(() -> absent(declaration, idOrSlug)));
    }

    /** The problem of an id or slug that leads to no record: 410 with the revision if it led to one, otherwise 404. */
    ProblemException absent(Declaration declaration, String idOrSlug) {
        return formerNames
                .find(declaration, idOrSlug)
                .map(former -> ProblemException.gone(idOrSlug, former.revision()))
                .orElseGet(() -> ProblemException.unknownRecord(
                        declaration.resource(),
                        idOrSlug,
                        lookup.nearestSlug(declaration, idOrSlug).orElse(null)));
    }

    /** An id is one even if its record is no more; what is no id is a slug that a record has now. */
    private String idOf(Declaration declaration, String idOrSlug, HttpServerRequest request) {
        return lookup.asId(declaration, idOrSlug)
                .orElseGet(() -> find(declaration, idOrSlug, request).id().toString());
    }

    /** Countries and vocabularies change rarely; caches may keep them for a minute. */
    private static boolean isReference(Declaration declaration) {
        return declaration.hasWordsAsIds();
    }

    private static Format accepted(Declaration declaration, List<Parameter> parameters, HttpServerRequest request) {
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
    private static Optional<String> syncLink(Query query, Grammar.Scope scope, List<Parameter> parameters, Page page) {
        if (scope.filters() == null || !query.canBeFollowed()) {
            return Optional.empty();
        }
        List<Parameter> asked = parameters.stream()
                .filter(parameter -> !Grammar.LIST_PARAMETERS.contains(parameter.name()))
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
