package org.startupatlas.schema.relation;

import java.util.List;
import java.util.Objects;

/**
 * A relation to the records of another resource: {@code /startups/x/programs} are the programs whose
 * {@code participations.startup} is x.
 *
 * @param name the name in URLs, in {@code expand} and before the dot of a filter
 * @param target the resource whose records are related
 * @param links the filters of the target that reference this record; a match on any of them is enough
 * @param through the fields of the target that this resource's lists can be filtered by with a dotted name
 * @param description one sentence for the documentation
 */
public record Relation(String name, String target, List<String> links, List<String> through, String description) {

    public Relation {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(description, "description");
        links = List.copyOf(links);
        through = List.copyOf(through);
        if (links.isEmpty()) {
            throw new IllegalArgumentException("relation " + name + " has no link");
        }
    }
}
