package org.startupatlas.query.facet;

import java.util.List;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/**
 * A field whose values are counted over a list. The filter on the field itself is ignored, so that a sidebar can offer
 * the alternatives.
 *
 * @param path the path of the field: a column of the records' own table, or a list of scalars
 * @param condition the condition for the counted records
 */
public record Facet(FieldPath path, Condition condition) {

    /** Returns all facets of a resource, each over all records. */
    public static List<Facet> all(SchemaRegistry registry, ResourceSchema schema) {
        return registry.facetable(schema).stream()
                .map(name -> new Facet(registry.path(schema, name), Condition.ALWAYS))
                .toList();
    }

    public String name() {
        return path.name();
    }

    /** Returns the vocabulary of the values; null if they are not codes. */
    public String vocabulary() {
        return path.field().vocabulary();
    }
}
