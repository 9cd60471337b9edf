package org.startupatlas.http.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import org.startupatlas.http.Limits;
import org.startupatlas.http.RequestId;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Language;

/** Writes problems as {@code application/problem+json}. */
@Singleton
public final class ProblemWriter {

    static final String MEDIA_TYPE = "application/problem+json";

    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    /** Returns the body; {@code instance} is the path of the request. */
    public byte[] write(Problem problem, HttpServerRequest request) {
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
