package org.startupatlas.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of answers. */
public enum Format {
    JSON("application/json", 25),
    CSV("text/csv", 200),
    NDJSON("application/x-ndjson", 200),
    GEOJSON("application/geo+json", 25);

    private static final List<Format> WITH_POINT = List.of(values());
    private static final List<Format> WITHOUT_POINT = List.of(JSON, CSV, NDJSON);

    private final String code = name().toLowerCase(Locale.ROOT);
    private final String mediaType;
    private final int defaultLimit;

    Format(String mediaType, int defaultLimit) {
        this.mediaType = mediaType;
        this.defaultLimit = defaultLimit;
    }

    /** The media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** How many records a list has when the request does not say. */
    public int defaultLimit() {
        return defaultLimit;
    }

    /** Whether there is room beside the records for what is told of all of them. */
    boolean hasFrame() {
        return this == JSON || this == GEOJSON;
    }

    /** As {@code format=} writes it. */
    public String code() {
        return code;
    }

    /** The formats that records of a resource can have. */
    public static List<Format> of(Declaration declaration) {
        return declaration.point().isPresent() ? WITH_POINT : WITHOUT_POINT;
    }

    static Optional<Format> ofCode(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(code))
                .findFirst();
    }
}
