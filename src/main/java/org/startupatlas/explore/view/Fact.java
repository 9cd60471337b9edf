package org.startupatlas.explore.view;

import java.util.List;

/**
 * A field of a record with its sources.
 *
 * @param field the name of the field in the API
 * @param label what the field is called
 * @param texts its value as texts, each with a link where it leads somewhere
 * @param sources what sources say of it
 * @param isContradicted whether sources name the field, but none of them this value
 * @param ofRecord whether the sources speak of the whole record, because none names the field
 */
public record Fact(
        String field,
        String label,
        List<Anchor> texts,
        List<Source> sources,
        boolean isContradicted,
        boolean ofRecord) {

    public Fact {
        texts = List.copyOf(texts);
        sources = List.copyOf(sources);
    }
}
