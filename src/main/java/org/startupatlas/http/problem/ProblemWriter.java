package org.startupatlas.http.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import org.startupatlas.http.Limits;
import org.startupatlas.http.RequestId;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Language;

/** Writes problems as {@code application/problem+json} or, for people, as pages. */
@Singleton
public final class ProblemWriter {

    private static final String JSON = "application/problem+json";

    private static final String HTML = "text/html;charset=utf-8";

    private final ObjectMapper json;
    private final List<ProblemPage> pages;

    ProblemWriter(ObjectMapper json, @All List<ProblemPage> pages) {
        this.json = json;
        this.pages = pages;
    }

    /** The body of a response, with its {@code Content-Type}. */
    public record Body(String mediaType, byte[] bytes) {}

    /** Returns the body in the format that the client of the request wants. */
    public Body write(Problem problem, HttpServerRequest request) {
        return pages.stream()
                .filter(page -> page.isFor(request))
                .findFirst()
                .map(page -> new Body(HTML, page.write(problem, request)))
                .orElseGet(() -> new Body(JSON, json(problem, request)));
    }

    /** Returns the JSON; {@code instance} is the path of the request. */
    private byte[] json(Problem problem, HttpServerRequest request) {
        Language language = ProblemTexts.language(request);
        ProblemKind kind = problem.kind();
        List<Violation> errors = problem.errors();
        return RecordJson.bytes(
                json,
                new ProblemDocument(
                        "/problems/" + kind.code(),
                        ProblemTexts.title(kind, language),
                        ProblemStatus.of(kind),
                        detail(problem, language),
                        request.path(),
                        kind.code(),
                        RequestId.of(request),
                        errors.stream()
                                .limit(Limits.MAX_ERRORS)
                                .map(error -> error(error, language))
                                .toList(),
                        errors.size() > Limits.MAX_ERRORS ? errors.size() : null,
                        problem.mergedInto(),
                        problem.didYouMean()));
    }

    private static ProblemDocument.Error error(Violation error, Language language) {
        return new ProblemDocument.Error(
                error.parameter(),
                error.pointer(),
                error.code(),
                ProblemTexts.detail(error.code(), error.arguments(), language),
                error.didYouMean());
    }

    /** Returns the message of the first error with its place, or that of the kind if there are no single errors. */
    private static String detail(Problem problem, Language language) {
        if (problem.errors().isEmpty()) {
            return ProblemTexts.detail(problem.kind().code(), problem.arguments(), language);
        }
        Violation first = problem.errors().get(0);
        String message = ProblemTexts.detail(first.code(), first.arguments(), language);
        String place = first.place().text();
        return place.isEmpty() ? message : place + ": " + message;
    }
}
