package org.startupatlas.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.startupatlas.change.RevisionWatch;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Fingerprint;
import org.startupatlas.query.Format;
import org.startupatlas.query.Language;
import org.startupatlas.query.Parameter;
import org.startupatlas.query.Register;
import org.startupatlas.query.Terms;

/** Answers with what follows from many records; as with lists, it may be a minute old. */
@Singleton
public final class FigureAnswers {

    private final Register register;
    private final Terms terms;
    private final RevisionWatch watch;

    FigureAnswers(Register register, Terms terms, RevisionWatch watch) {
        this.register = register;
        this.terms = terms;
        this.watch = watch;
    }

    /**
     * The format that the client would rather have.
     *
     * @throws ProblemException if it takes none of those offered
     */
    public static Format accepted(HttpServerRequest request, List<Parameter> parameters, List<Format> offered) {
        return Negotiation.accepted(request, parameters, offered);
    }

    /**
     * Answers with this body, which is not put together where the client has it already.
     *
     * @param declaration the resource whose records it follows from
     * @param language the language of its labels, or null for none
     * @param body writes it, with labels from the projection
     */
    public Response of(
            HttpServerRequest request,
            Declaration declaration,
            Language language,
            Format format,
            Function<Projection, byte[]> body) {
        // The revision is read first: a tag may promise less than the answer tells, never more.
        EntityTag tag = EntityTag.weak(watch.revision(), variant(request, declaration, language, format));
        Answer answer = Answer.sharedForAMinute(request).tag(tag);
        if (Answer.isKnown(request, tag)) {
            return answer.notModified();
        }
        Projection projection = new Projection(register, terms, language);
        byte[] bytes = body.apply(projection);
        return answer.header("Link", "<" + License.URL + ">; rel=\"license\"")
                .in(projection.languages())
                .ok(format, () -> bytes);
    }

    /** A hash of all that the bytes depend on beside the records. */
    private String variant(HttpServerRequest request, Declaration declaration, Language language, Format format) {
        return Fingerprint.of(String.join(
                "\n",
                watch.origin(),
                declaration.fingerprint(),
                format.code(),
                language == null ? "" : language.code() + terms.version(),
                Answer.isCompressed(request) ? "gzip" : "",
                request.path() + RequestParameters.inOneOrder(RequestParameters.of(request))));
    }
}
