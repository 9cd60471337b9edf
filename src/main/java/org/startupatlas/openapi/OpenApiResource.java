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

/** The OpenAPI document over HTTP, as YAML or JSON. */
@Path("/q")
public class OpenApiResource {

    /** In capitals too, as Quarkus's own documentation writes them. */
    private static final List<String> FORMATS = List.of("json", "yaml", "JSON", "YAML");

    /** As {@code format=} or else {@code Accept} says; YAML where neither says anything. */
    @GET
    @Path("openapi")
    public Response either(@Context HttpServerRequest request) {
        ParameterSet parameters = RequestParameters.only(request, List.of("format"));
        Optional<String> format = parameters.choice("format", FORMATS);
        parameters.rejectIfInvalid();
        String wanted = format.or(() -> Optional.ofNullable(request.getHeader("Accept")))
                .orElse("yaml");
        return wanted.toLowerCase(Locale.ROOT).contains("json") ? asJson(request) : asYaml(request);
    }

    /** As JSON. */
    @GET
    @Path("openapi.json")
    public Response json(@Context HttpServerRequest request) {
        RequestParameters.rejectAll(request);
        return asJson(request);
    }

    /** As YAML (RFC 9512). */
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

    /** Read for each who asks, which is seldom: it is half a megabyte to keep. */
    private static String read(String file) {
        try (InputStream bytes = OpenApiResource.class.getResourceAsStream("/openapi/" + file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }
}
