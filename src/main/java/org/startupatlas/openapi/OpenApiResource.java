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
import org.startupatlas.http.response.Representation;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.query.parameter.ParameterSet;

/** Serves the OpenAPI document as YAML or JSON. */
@Path("/q")
public class OpenApiResource {

    /** Includes the upper-case values, because Quarkus's own documentation uses them. */
    private static final List<String> FORMATS = List.of("json", "yaml", "JSON", "YAML");

    /** Returns the format selected by {@code format=}, else by {@code Accept}; YAML if neither selects one. */
    @GET
    @Path("openapi")
    public Response either(@Context HttpServerRequest request) {
        ParameterSet parameters = RequestParameters.only(request, List.of("format"));
        Optional<String> format = parameters.choice("format", FORMATS);
        parameters.rejectIfInvalid();
        String requested = format.or(() -> Optional.ofNullable(request.getHeader("Accept")))
                .orElse("yaml");
        return requested.toLowerCase(Locale.ROOT).contains("json") ? asJson(request) : asYaml(request);
    }

    @GET
    @Path("openapi.json")
    public Response json(@Context HttpServerRequest request) {
        RequestParameters.rejectAll(request);
        return asJson(request);
    }

    /** Returns the document as YAML (RFC 9512). */
    @GET
    @Path("openapi.{extension:ya?ml}")
    public Response yaml(@Context HttpServerRequest request) {
        RequestParameters.rejectAll(request);
        return asYaml(request);
    }

    private Response asJson(HttpServerRequest request) {
        return ResponseBuilder.text(
                request, "application/json", read("openapi.json"), Representation.CONSTANT, List.of());
    }

    private Response asYaml(HttpServerRequest request) {
        return ResponseBuilder.text(
                request, "application/yaml", read("openapi.yaml"), Representation.CONSTANT, List.of());
    }

    /** Reads the file on every request: requests are rare, and the document would take half a megabyte of memory. */
    private static String read(String file) {
        try (InputStream bytes = OpenApiResource.class.getResourceAsStream("/openapi/" + file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }
}
