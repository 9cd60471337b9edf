package org.startupatlas.schema;

import java.util.Set;
import org.startupatlas.schema.type.Operator;

/**
 * Something that lists can be filtered by.
 *
 * @param name the dotted name, which parameters begin with
 * @param field what is asked there; a relation is a field of objects without parts
 * @param operators what may be asked, in the order of {@link Operator}
 */
public record Filter(String name, Field field, Set<Operator> operators) {

    /** Whether a parameter that asks this takes several values, separated by commas. */
    public boolean takesSeveral(Operator operator) {
        return OperatorRules.takeSeveral(field, operator);
    }
}
