package org.startupatlas.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of responses. */
public enum Format {
    JSON("application/json", 25),
    CSV("text/csv", 200),
    /** The table of CSV as an Excel workbook. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 200),
    NDJSON("application/x-ndjson", 200),
    GEOJSON("application/geo+json", 25),
    /** Supported for single records only. */
    JSONLD("application/ld+json", 1);

    private static final List<Format> WITH_POINT = List.of(JSON, CSV, XLSX, NDJSON, GEOJSON);
    private static final List<Format> WITHOUT_POINT = List.of(JSON, CSV, XLSX, NDJSON);

    private final String code = name().toLowerCase(Locale.ROOT);
    private final String mediaType;
    private final int defaultLimit;

    Format(String mediaType, int defaultLimit) {
        this.mediaType = mediaType;
        this.defaultLimit = defaultLimit;
    }

    /** Returns the media type without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** Returns the number of records on a list page when the request has no {@code limit}. */
    public int defaultLimit() {
        return defaultLimit;
    }

    /** Returns whether the response has an envelope that can hold metadata beside the records. */
    public boolean hasEnvelope() {
        return this == JSON || this == GEOJSON;
    }

    /** Returns whether the records are rows of a table. */
    public boolean isTable() {
        return this == CSV || this == XLSX;
    }

    /** Returns whether the bytes are compressed, so that gzip has no use. */
    public boolean isCompressed() {
        return this == XLSX;
    }

    /** Returns the value of the {@code format} parameter. */
    public String code() {
        return code;
    }

    /** Returns the formats that some list supports. */
    public static List<Format> ofLists() {
        return WITH_POINT;
    }

    /** Returns the formats that every list supports. */
    public static List<Format> ofEveryList() {
        return WITHOUT_POINT;
    }

    /** Returns the formats that lists of the resource support. */
    public static List<Format> of(ResourceSchema schema) {
        return schema.point().isPresent() ? WITH_POINT : WITHOUT_POINT;
    }

    /** Returns the formats that single records of the resource support. */
    public static List<Format> ofRecord(ResourceSchema schema) {
        List<Format> formats = new ArrayList<>(of(schema));
        if (schema.hasOrganisations()) {
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
