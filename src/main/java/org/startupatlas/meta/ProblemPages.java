package org.startupatlas.meta;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.startupatlas.http.problem.ProblemStatus;
import org.startupatlas.http.problem.ProblemTexts;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.schema.Language;

/** The pages at the {@code type} of problems: their meaning and what to do, in all languages. */
@Tag(name = "About")
@Path("/problems")
public class ProblemPages {

    private static final int MAX_LENGTH = 65_536;

    /** Returns the list of problem kinds. */
    @GET
    @Operation(
            operationId = "listProblems",
            summary = "All kinds of problems",
            description = "A page with a link to each kind of problem.")
    @APIResponse(
            responseCode = "200",
            description = "All kinds of problems.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_HTML,
                            schema = @Schema(implementation = String.class, maxLength = MAX_LENGTH),
                            examples = @ExampleObject(name = "example", value = "<!DOCTYPE html>")))
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
    @Operation(
            operationId = "getProblem",
            summary = "One kind of problem",
            description = "The page that a problem's type leads to: what it means and what to do, in three languages.")
    @APIResponse(
            responseCode = "200",
            description = "One kind of problem.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_HTML,
                            schema = @Schema(implementation = String.class, maxLength = MAX_LENGTH),
                            examples = @ExampleObject(name = "example", value = "<!DOCTYPE html>")))
    public Response one(
            @RestPath @Parameter(description = "The problem's code.", example = "unknown-record") String code,
            @Context HttpServerRequest request) {
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
