package org.startupatlas.reconcile.match;

import java.util.List;
import java.util.Optional;
import org.startupatlas.schema.ResourceSchema;

/**
 * A query of a batch.
 *
 * @param key its key in the batch
 * @param text the name that is looked for; null if there are only hints
 * @param types the types of the candidates
 * @param limit the maximum number of candidates
 * @param hints what is known of the entity beside its name
 */
public record ReconcileQuery(String key, String text, List<ResourceSchema> types, int limit, List<Hint> hints) {

    public ReconcileQuery {
        types = List.copyOf(types);
        hints = List.copyOf(hints);
    }

    /** Values of a property, one of which the entity should have. */
    public record Hint(String property, List<Value> values) {
        public Hint {
            values = List.copyOf(values);
        }
    }

    /**
     * A value of a property.
     *
     * @param id the id of the entity that it is, or null
     * @param text the value as a text; for an entity its name, or its id
     */
    public record Value(String id, String text) {}

    /** Returns the hint on a property. */
    Optional<Hint> hint(String property) {
        return hints.stream().filter(hint -> hint.property().equals(property)).findFirst();
    }
}
