package org.startupatlas.openapi;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.StaticAnswers;
import org.startupatlas.query.InvalidQuery;
import org.startupatlas.query.Parameter;
import org.startupatlas.query.Violation;

/** The OpenAPI document over HTTP, as YAML or JSON. */
@Path("/q")
public class OpenApiResource {

    private final StaticAnswers answers;

    OpenApiResource(StaticAnswers answers) {
        this.answers = answers;
    }

    /** As {@code format=} or else {@code Accept} says; YAML where neither says anything. */
    @GET
    @Path("openapi")
    public Response either(@Context HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        return format(RequestParameters.of(request))
                        .orElse(accept == null ? "" : accept)
                        .toLowerCase(Locale.ROOT)
                        .contains("json")
                ? json(request)
                : yaml(request);
    }

    /** As JSON. */
    @GET
    @Path("openapi.json")
    public Response json(@Context HttpServerRequest request) {
        return answers.whatever(request, "application/json", read("openapi.json"));
    }

    /** As YAML (RFC 9512). */
    @GET
    @Path("openapi.{extension:ya?ml}")
    public Response yaml(@Context HttpServerRequest request) {
        return answers.whatever(request, "application/yaml", read("openapi.yaml"));
    }

    private static Optional<String> format(List<Parameter> parameters) {
        List<Violation> violations = parameters.stream()
                .map(OpenApiResource::violation)
                .flatMap(Optional::stream)
                .toList();
        if (!violations.isEmpty()) {
            throw new InvalidQuery(violations);
        }
        return parameters.stream().map(Parameter::value).findFirst();
    }

    private static Optional<Violation> violation(Parameter parameter) {
        if (!parameter.name().equals("format")) {
            return Optional.of(new Violation(parameter.name(), "unknown-parameter", List.of(), null));
        }
        return List.of("json", "yaml").contains(parameter.value().toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(new Violation("format", "unknown-value", List.of(parameter.value(), "json, yaml"), null));
    }

    /** Read for each who asks, which is seldom: it is more than a megabyte to keep. */
    private static String read(String file) {
        try (InputStream bytes = OpenApiResource.class.getResourceAsStream("/openapi/" + file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }
}
