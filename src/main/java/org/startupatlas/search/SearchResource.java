package org.startupatlas.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.startupatlas.change.RevisionWatch;
import org.startupatlas.http.Answer;
import org.startupatlas.http.ChangeAnswers;
import org.startupatlas.http.EntityTag;
import org.startupatlas.http.License;
import org.startupatlas.http.PageLink;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.query.Fingerprint;
import org.startupatlas.query.Language;
import org.startupatlas.query.Parameter;
import org.startupatlas.query.SearchGrammar;
import org.startupatlas.query.SearchQuery;
import org.startupatlas.query.Terms;

/** Search across resources, and completion of names, over HTTP. */
@Path("/v1")
public class SearchResource {

    private final SearchGrammar grammar;
    private final Search search;
    private final Suggestions suggestions;
    private final SearchJson json;
    private final RevisionWatch watch;
    private final Terms terms;

    SearchResource(
            SearchGrammar grammar,
            Search search,
            Suggestions suggestions,
            SearchJson json,
            RevisionWatch watch,
            Terms terms) {
        this.grammar = grammar;
        this.search = search;
        this.suggestions = suggestions;
        this.json = json;
        this.watch = watch;
        this.terms = terms;
    }

    /** Records of all resources that have the words, the best first. */
    @GET
    @Path("search")
    public Response search(@Context HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        ChangeAnswers.requireAccepted(request, MediaType.APPLICATION_JSON);
        SearchQuery query = grammar.search(parameters);
        long reached = watch.revision();
        EntityTag tag = tag(request, parameters, reached);
        Answer answer = Answer.sharedForAMinute(request).tag(tag);
        if (Answer.isKnown(request, tag)) {
            return answer.notModified();
        }
        SearchJson.Written written = json.page(query, search.find(query), reached);
        written.cursor()
                .ifPresentOrElse(
                        cursor -> answer.header(
                                "Link",
                                "<" + PageLink.of(request.path(), parameters, cursor) + ">; rel=\"next\", "
                                        + License.LINK),
                        () -> answer.header("Link", License.LINK));
        if (!written.languages().isEmpty()) {
            answer.header(
                    "Content-Language",
                    written.languages().stream().map(Language::code).collect(Collectors.joining(", ")));
        }
        return ok(answer, written.document());
    }

    /** Names that begin with what is being typed. */
    @GET
    @Path("suggest")
    public Response suggest(@Context HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        ChangeAnswers.requireAccepted(request, MediaType.APPLICATION_JSON);
        SearchQuery query = grammar.suggest(parameters);
        long reached = watch.revision();
        EntityTag tag = tag(request, parameters, reached);
        Answer answer = Answer.sharedForAMinute(request).tag(tag).header("Link", License.LINK);
        return Answer.isKnown(request, tag)
                ? answer.notModified()
                : ok(answer, json.suggestions(suggestions.of(query), reached));
    }

    private static Response ok(Answer answer, ObjectNode document) {
        return answer.ok(
                MediaType.APPLICATION_JSON_TYPE, () -> document.toString().getBytes(StandardCharsets.UTF_8));
    }

    private EntityTag tag(HttpServerRequest request, List<Parameter> parameters, long reached) {
        return EntityTag.weak(
                reached,
                Fingerprint.of(String.join(
                        "\n",
                        watch.origin(),
                        terms.version(),
                        request.path(),
                        RequestParameters.inOneOrder(parameters).toString(),
                        Answer.isCompressed(request) ? "gzip" : "")));
    }
}
