package org.startupatlas.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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
import org.startupatlas.query.SearchQuery;
import org.startupatlas.query.Terms;

/** Answers requests that look for words: JSON, good for one revision. */
@Singleton
class SearchAnswers {

    private final RevisionWatch watch;
    private final Terms terms;

    SearchAnswers(RevisionWatch watch, Terms terms) {
        this.watch = watch;
        this.terms = terms;
    }

    /**
     * What was found, as JSON.
     *
     * @param cursor of the next page, if there is one
     * @param languages the languages that texts were collapsed to
     * @param isLasting whether the same request has the same answer as long as nothing is written
     */
    record Written(ObjectNode document, Optional<String> cursor, List<Language> languages, boolean isLasting) {

        Written {
            languages = List.copyOf(languages);
        }
    }

    /** Reads the parameters of a request. */
    interface Grammar {
        SearchQuery read(List<Parameter> parameters);
    }

    /** Finds and writes what was asked for, at a revision that this node had reached before. */
    interface Finding {
        Written find(SearchQuery query, long revision);
    }

    Response answer(HttpServerRequest request, Grammar grammar, Finding finding) {
        List<Parameter> parameters = RequestParameters.of(request);
        ChangeAnswers.requireAccepted(request, MediaType.APPLICATION_JSON);
        SearchQuery query = grammar.read(parameters);
        long reached = watch.revision();
        EntityTag tag = tag(request, parameters, reached);
        if (Answer.isKnown(request, tag)) {
            return Answer.sharedForAMinute(request).tag(tag).notModified();
        }
        Written written = finding.find(query, reached);
        Answer answer = written.isLasting() ? Answer.sharedForAMinute(request).tag(tag) : Answer.unstored(request);
        String next = written.cursor()
                .map(cursor -> "<" + PageLink.of(request.path(), parameters, cursor) + ">; rel=\"next\", ")
                .orElse("");
        answer.header("Link", next + License.LINK);
        if (!written.languages().isEmpty()) {
            answer.header(
                    "Content-Language",
                    written.languages().stream().map(Language::code).collect(Collectors.joining(", ")));
        }
        return answer.ok(
                MediaType.APPLICATION_JSON_TYPE,
                () -> written.document().toString().getBytes(StandardCharsets.UTF_8));
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
