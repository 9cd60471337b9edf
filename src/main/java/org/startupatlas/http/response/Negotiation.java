package org.startupatlas.http.response;

import io.vertx.core.http.HttpServerRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.schema.Format;

/** Content negotiation by {@code Accept} and {@code Accept-Encoding} (RFC 9110, section 12.5). */
public final class Negotiation {

    private Negotiation() {}

    /** Returns the format that the client prefers; empty if it accepts none of them. */
    static Optional<Format> format(String accept, List<Format> offered) {
        if (accept == null || accept.isBlank()) {
            return Optional.of(offered.get(0));
        }
        List<Range> ranges = ranges(accept);
        if (ranges.isEmpty()) {
            return Optional.of(offered.get(0));
        }
        return offered.stream()
                .map(format -> new Choice(format, quality(ranges, format.mediaType())))
                .filter(choice -> choice.quality > 0)
                // Among equals, the first offered one.
                .max(Comparator.comparingDouble((Choice choice) -> choice.quality)
                        .thenComparing(choice -> -offered.indexOf(choice.format)))
                .map(choice -> choice.format);
    }

    /**
     * Returns the format of the response. If the request has {@code format=}, which takes precedence, returns the first
     * one.
     *
     * @throws RejectedException if the client accepts none of them
     */
    public static Format accepted(HttpServerRequest request, List<Parameter> parameters, List<Format> offered) {
        boolean isGiven =
                parameters.stream().anyMatch(parameter -> parameter.name().equals("format"));
        return isGiven
                ? offered.get(0)
                : format(request.getHeader("Accept"), offered)
                        .orElseThrow(() -> RejectedException.of(
                                ProblemKind.NOT_ACCEPTABLE,
                                offered.stream().map(Format::mediaType).collect(Collectors.joining(", "))));
    }

    /** Returns whether the client prefers a page to JSON, as browsers do. */
    public static boolean prefersHtml(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        List<Range> ranges = accept == null ? List.of() : ranges(accept);
        return quality(ranges, "text/html") > quality(ranges, "application/json");
    }

    /** Returns whether the client accepts this media type. */
    static boolean accepts(String accept, String mediaType) {
        List<Range> ranges = accept == null ? List.of() : ranges(accept);
        return ranges.isEmpty() || quality(ranges, mediaType) > 0;
    }

    /** Returns whether the client accepts gzip. */
    static boolean acceptsGzip(String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        List<Range> ranges = ranges(acceptEncoding);
        return ranges.stream()
                .filter(range -> range.name.equals("gzip"))
                .findFirst()
                .or(() ->
                        ranges.stream().filter(range -> range.name.equals("*")).findFirst())
                .filter(range -> range.quality > 0)
                .isPresent();
    }

    private record Choice(Format format, double quality) {}

    private record Range(String name, double quality) {}

    private static double quality(List<Range> ranges, String mediaType) {
        String type = mediaType.substring(0, mediaType.indexOf('/'));
        for (String specific : List.of(mediaType, type + "/*", "*/*")) {
            for (Range range : ranges) {
                if (range.name.equals(specific)) {
                    return range.quality;
                }
            }
        }
        return 0;
    }

    private static List<Range> ranges(String header) {
        return List.of(header.toLowerCase(Locale.ROOT).split(",", -1)).stream()
                .map(Negotiation::range)
                .filter(range -> !range.name.isEmpty())
                .toList();
    }

    private static Range range(String text) {
        String[] parts = text.split(";", -1);
        double quality = 1;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                quality = quality(parameter.substring(2));
            }
        }
        return new Range(parts[0].strip(), quality);
    }

    private static double quality(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}
