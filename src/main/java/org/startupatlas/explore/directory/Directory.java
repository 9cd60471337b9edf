package org.startupatlas.explore.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The resources that have a directory, with what their lists show. */
public enum Directory {
    STARTUPS(
            List.of("sectors", "region", "status", "technologies", "business_models", "country"),
            List.of("sectors", "city", "founded", "status"),
            List.of("sectors", "status"),
            "-founded_year"),
    PROGRAMS(
            List.of("type", "pillars", "status", "stages", "sectors", "countries"),
            List.of("type", "pillars", "started", "status"),
            List.of("type", "status"),
            "-started"),
    PARTNERS(
            List.of("types", "country", "sectors"),
            List.of("types", "country", "city"),
            List.of("types", "country"),
            "-updated_at");

    private final List<String> facets;
    private final List<String> columns;
    private final List<String> tags;
    private final String newest;

    Directory(List<String> facets, List<String> columns, List<String> tags, String newest) {
        this.facets = facets;
        this.columns = columns;
        this.tags = tags;
        this.newest = newest;
    }

    public static Optional<Directory> of(String resource) {
        return Arrays.stream(values())
                .filter(directory -> directory.resource().equals(resource))
                .findFirst();
    }

    public String resource() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the fields whose values are counted beside the list. */
    List<String> facets() {
        return facets;
    }

    /** Returns the columns of the table after the name. */
    List<String> columns() {
        return columns;
    }

    /** Returns the fields whose codes a card shows. */
    List<String> tags() {
        return tags;
    }

    /** Returns the field by whose values the map shows the records. */
    String countryField() {
        return this == PROGRAMS ? "countries" : "country";
    }

    /** Returns the sort order that begins with the newest. */
    String newest() {
        return newest;
    }
}
