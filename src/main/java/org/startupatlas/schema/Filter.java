package org.startupatlas.schema;

import java.util.Set;
import org.startupatlas.schema.type.Operator;

/**
 * A field or relation by which lists can be filtered.
 *
 * @param name the dotted name, with which parameters begin
 * @param field the field that is compared; a relation is a field of objects without parts
 * @param operators the operators that apply, in the order of {@link Operator}
 */
public record Filter(String name, Field field, Set<Operator> operators) {

    /** Whether a parameter that asks this takes several values, separated by commas. */
    public boolean takesSeveral(Operator operator) {
        return OperatorRules.takeSeveral(field, operator);
    }
}
