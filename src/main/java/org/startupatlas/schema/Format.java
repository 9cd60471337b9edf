package org.startupatlas.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of answers. */
public enum Format {
    JSON("application/json", 25),
    CSV("text/csv", 200),
    NDJSON("application/x-ndjson", 200),
    GEOJSON("application/geo+json", 25),
    /** Only of single records. */
    JSONLD("application/ld+json", 1);

    private static final List<Format> WITH_POINT = List.of(JSON, CSV, NDJSON, GEOJSON);
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
    public boolean hasFrame() {
        return this == JSON || this == GEOJSON;
    }

    /** As {@code format=} writes it. */
    public String code() {
        return code;
    }

    /** The formats that lists can have. */
    public static List<Format> ofLists() {
        return WITH_POINT;
    }

    /** The formats that lists of a resource can have. */
    public static List<Format> of(ResourceSchema declaration) {
        return declaration.point().isPresent() ? WITH_POINT : WITHOUT_POINT;
    }

    /** The formats that single records of a resource can have. */
    public static List<Format> ofRecord(ResourceSchema declaration) {
        List<Format> formats = new ArrayList<>(of(declaration));
        if (declaration.hasOrganisations()) {
            formats.add(JSONLD);
        }
        return List.copyOf(formats);
    }

    public static Optional<Format> ofCode(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(code))
                .findFirst();
    }
}
