package org.startupatlas.meta;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.startupatlas.http.problem.ProblemStatus;
import org.startupatlas.http.problem.ProblemTexts;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.schema.Language;

/** The pages at the {@code type} of problems: their meaning and what to do, in all languages. */
@Path("/problems")
public class ProblemPages {

    /** Returns the list of problem kinds. */
    @GET
    public Response all(@Context HttpServerRequest request) {
        StringBuilder items = new StringBuilder();
        for (ProblemKind kind : ProblemKind.values()) {
            items.append("<li><a href=\"/problems/" + kind.code() + "\">" + kind.code() + "</a></li>\n");
        }
        return ResponseBuilder.constant(
                request, "text/html; charset=utf-8", page("Problems", "<ul>\n" + items + "</ul>"));
    }

    /** Returns the page of a problem kind. */
    @GET
    @Path("{code}")
    public Response one(@PathParam("code") String code, @Context HttpServerRequest request) {
        ProblemKind kind = ProblemKind.ofCode(code)
                .orElseThrow(() -> RejectedException.unknownPath(
                        request.path(),
                        DidYouMean.nearest(
                                        code,
                                        Arrays.stream(ProblemKind.values())
                                                .map(ProblemKind::code)
                                                .toList())
                                .map(suggestion -> "/problems/" + suggestion)
                                .orElse(null)));
        StringBuilder sections = new StringBuilder("<p>HTTP " + ProblemStatus.of(kind) + "</p>\n");
        for (Language language : Language.values()) {
            sections.append("<section lang=\"" + language.code() + "\" dir=\"auto\">\n<h2>"
                    + ProblemTexts.title(kind, language) + "</h2>\n<p>" + ProblemTexts.help(kind, language)
                    + "</p>\n</section>\n");
        }
        return ResponseBuilder.constant(request, "text/html; charset=utf-8", page(kind.code(), sections.toString()));
    }

    private static String page(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>" + title
                + "</title></head>\n<body>\n<h1>" + title + "</h1>\n" + body + "\n</body>\n</html>\n";
    }
}
