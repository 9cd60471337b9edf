package org.startupatlas.network.route;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.response.Negotiation;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.http.response.VariantHash;
import org.startupatlas.network.model.Country;
import org.startupatlas.network.model.NetworkModel;
import org.startupatlas.query.expand.Today;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;

/** Reads the parameters that all requests to the network have, and responds with what depends on records and day. */
@Singleton
public class NetworkRequest {

    /** Changes when this release writes the same records differently. */
    private static final String SHAPE = "network";

    private static final String ON = "on";

    private final Today today;
    private final NetworkModel model;
    private final RevisionTracker revisions;
    private final VariantHash variants;

    NetworkRequest(Today today, NetworkModel model, RevisionTracker revisions, VariantHash variants) {
        this.today = today;
        this.model = model;
        this.revisions = revisions;
        this.variants = variants;
    }

    /**
     * Returns the parameters of a request; unknown ones are violations.
     *
     * @throws RejectedException if the client accepts no JSON, and does not name another format
     */
    public ParameterSet parameters(HttpServerRequest request, List<String> known) {
        return parameters(request, known, List.of());
    }

    /**
     * Returns the parameters of a request, as {@link #parameters(HttpServerRequest, List)}.
     *
     * @param lists the known parameters that take several values
     */
    public ParameterSet parameters(HttpServerRequest request, List<String> known, List<String> lists) {
        List<Parameter> parameters = RequestParameters.of(request);
        Negotiation.accepted(request, parameters, List.of(Format.JSON));
        return ParameterSet.ofRead(parameters, known, lists::contains).rejectUnknown();
    }

    /** Returns the day that {@code on} names; today in Morocco if it is absent or invalid. */
    public LocalDate day(ParameterSet parameters) {
        return parameters.day(ON).orElseGet(today::day);
    }

    /** Returns the language of sentences and names; null if the request has none. */
    public Language language(ParameterSet parameters) {
        return parameters.language().orElse(null);
    }

    /** Returns the code of a country; rejects those of none. */
    public Optional<String> country(ParameterSet parameters, String name) {
        return parameters
                .text(name)
                .flatMap(word -> parameters.choice(name, model.read(network -> network.countries().stream()
                        .map(Country::id)
                        .toList())));
    }

    /**
     * Responds with JSON that depends on the records and the day, or with 304 without computing it.
     *
     * @param body computes it
     */
    public Response json(HttpServerRequest request, ParameterSet parameters, Language language, Supplier<byte[]> body) {
        return format(request, parameters, language, Format.JSON, body);
    }

    /** Responds in a format; otherwise as {@link #json}. */
    public Response format(
            HttpServerRequest request,
            ParameterSet parameters,
            Language language,
            Format format,
            Supplier<byte[]> body) {
        return respond(request, parameters, language, format, response -> response.ok(format, body));
    }

    /** Responds with another media type; otherwise as {@link #json}. */
    public Response other(
            HttpServerRequest request,
            ParameterSet parameters,
            Language language,
            String mediaType,
            Supplier<byte[]> body) {
        return respond(
                request,
                parameters,
                language,
                Format.JSON,
                response -> response.ok(MediaType.valueOf(mediaType), body));
    }

    private Response respond(
            HttpServerRequest request,
            ParameterSet parameters,
            Language language,
            Format format,
            Function<ResponseBuilder, Response> answer) {
        LocalDate onlyDay = parameters.text(ON).isPresent() ? null : today.day();
        String variant = variants.ofRequest(request, SHAPE + (onlyDay == null ? "" : onlyDay), language, format);
        ResponseBuilder response = ResponseBuilder.shared(request, revisions.revision())
                .tagRevision(variant)
                .validOn(onlyDay);
        return response.isNotModified()
                ? response.notModified()
                : answer.apply(response.languages(Stream.ofNullable(language).toList()));
    }
}
