package org.startupatlas.query.facet;

import java.util.List;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/**
 * A field whose values are to be counted over a list, so that a sidebar can offer the alternatives: what was asked of
 * the field itself does not count.
 *
 * @param path the field: a column of the records' own table, or a list of plain values
 * @param condition what the counted records satisfy
 */
public record Facet(FieldPath path, Condition condition) {

    /** Returns every facet of a resource, each over all of its records. */
    public static List<Facet> all(SchemaRegistry registry, ResourceSchema schema) {
        return registry.facetable(schema).stream()
                .map(name -> new Facet(registry.path(schema, name), Condition.ALWAYS))
                .toList();
    }

    /** The dotted name of the field. */
    public String name() {
        return path.name();
    }

    /** The vocabulary of its values; null where they are no codes. */
    public String vocabulary() {
        return path.field().vocabulary();
    }
}
