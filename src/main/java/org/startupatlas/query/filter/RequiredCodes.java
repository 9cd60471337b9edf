package org.startupatlas.query.filter;

import java.util.ArrayList;
import java.util.List;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.type.Operator;

/**
 * Codes of which a record must have one, whatever else is asked of it: so much of the filters the index of the search
 * knows too, and need not rank what they leave out.
 *
 * @param field a field of the record itself
 */
public record RequiredCodes(String field, List<String> codes) {

    public RequiredCodes {
        codes = List.copyOf(codes);
    }

    /** What the condition surely requires; what else it asks is not here. */
    public static List<RequiredCodes> of(Condition condition) {
        List<RequiredCodes> required = new ArrayList<>();
        if (condition instanceof Condition.All all) {
            all.conditions().forEach(each -> required.addAll(of(each)));
        } else if (condition instanceof Condition.Compares compares && compares.operator() == Operator.EQUAL) {
            FieldPath path = compares.path();
            if (path.joins().isEmpty()
                    && path.json().size() == 1
                    && path.field().vocabulary() != null) {
                required.add(new RequiredCodes(
                        path.name(),
                        compares.values().stream().map(String.class::cast).toList()));
            }
        }
        return required;
    }
}
