package org.startupatlas.query.filter;

import java.util.ArrayList;
import java.util.List;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.type.Operator;

/**
 * Codes of which a record must have one for the condition to hold. The search index knows these fields too and does not
 * rank records without these codes.
 *
 * @param field a field of the record itself
 */
public record RequiredCodes(String field, List<String> codes) {

    public RequiredCodes {
        codes = List.copyOf(codes);
    }

    /** Returns codes that the condition certainly requires; other requirements of the condition are not included. */
    public static List<RequiredCodes> of(Condition condition) {
        List<RequiredCodes> codes = new ArrayList<>();
        if (condition instanceof Condition.And and) {
            and.conditions().forEach(each -> codes.addAll(of(each)));
        } else if (condition instanceof Condition.Comparison comparison && comparison.operator() == Operator.EQUAL) {
            FieldPath path = comparison.path();
            if (path.joins().isEmpty()
                    && path.json().size() == 1
                    && path.field().vocabulary() != null) {
                codes.add(new RequiredCodes(
                        path.name(),
                        comparison.values().stream().map(String.class::cast).toList()));
            }
        }
        return codes;
    }
}
