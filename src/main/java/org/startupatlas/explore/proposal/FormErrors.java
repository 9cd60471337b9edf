package org.startupatlas.explore.proposal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.problem.ProblemViews;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.http.format.Projection;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.type.ValueTypes;

/**
 * Says what is wrong with a form. The messages of the API name JSON types and pointers; these say what to write, each with
 * the link to its input.
 */
final class FormErrors {

    private static final String CHANGES = "/changes";
    private static final String SOURCE = "/source_url";
    private static final String NOTE = "/note";

    private static final String KEY = "correction.error.";

    private final PageRequest request;
    private final Texts texts;
    private final Projection projection;

    FormErrors(PageRequest request, Projection projection) {
        this.request = request;
        this.texts = request.texts();
        this.projection = projection;
    }

    /**
     * Returns the errors of a correction.
     *
     * @param field the selected field; empty if none of those that can be corrected is selected
     * @param isEmpty whether no value was written
     */
    List<Anchor> ofCorrection(
            List<Violation> violations, ResourceSchema schema, Optional<Field> field, boolean isEmpty) {
        return violations.stream()
                .map(violation -> {
                    String place = violation.place().text();
                    if (place.equals(SOURCE)) {
                        return new Anchor(ofSource(violation), "#source_url");
                    }
                    if (place.equals(NOTE)) {
                        return new Anchor(ofText(violation), "#note");
                    }
                    if (!place.startsWith(CHANGES)) {
                        return new Anchor(ofWhole(violation), null);
                    }
                    return field.map(each ->
                                    new Anchor(isEmpty ? error("empty") : ofValue(violation, schema, each), "#value"))
                            .orElseGet(() -> new Anchor(error("field"), "#field"));
                })
                .toList();
    }

    /** Returns the errors of an answer to a question. */
    List<Anchor> ofAnswer(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.place().text().equals(NOTE)
                        ? new Anchor(violation.code().equals("required") ? error("answer") : ofText(violation), "#note")
                        : new Anchor(ofWhole(violation), null))
                .toList();
    }

    private String ofWhole(Violation violation) {
        return switch (violation.code()) {
            case "too-many-proposals" -> error("wait");
            case "too-many-open-proposals-of-client" -> error("undecided");
            case "too-many-open-proposals" -> error("full");
            case "nothing-asked", "proposal-decided" -> error("late");
            default -> ProblemViews.message(violation, request);
        };
    }

    private String ofSource(Violation violation) {
        return switch (violation.code()) {
            case "required" -> error("source");
            case "invalid-value" -> error("source.link");
            default -> ofText(violation);
        };
    }

    private String ofText(Violation violation) {
        return switch (violation.code()) {
            case "required", "empty-value" -> error("empty");
            case "too-long" -> error("long", number(violation, 0));
            case "too-long-folded", "too-long-together" -> error("shorten");
            case "contact-email", "contact-phone" -> error("contact");
            case "control-character" -> error("character");
            default -> ProblemViews.message(violation, request);
        };
    }

    private String ofValue(Violation violation, ResourceSchema schema, Field field) {
        return switch (violation.code()) {
            case "changes-nothing" -> error("same");
            case "wrong-type", "invalid-value" -> ofKind(violation, field);
            case "number-out-of-range" -> error("range", number(violation, 1), number(violation, 2));
            case "too-precise" -> error("precise", number(violation, 0));
            case "unknown-code" -> ofCode(violation, field);
            case "repeated-value" -> error(
                    "repeated", label(field, violation.arguments().get(0)));
            case "too-many" -> error("many", number(violation, 0));
            case "no-letter-or-digit" -> error("name");
            case "before" -> ofOrder(violation, schema);
            default -> ofText(violation);
        };
    }

    private String ofKind(Violation violation, Field field) {
        if (field.type() == ValueTypes.INTEGER) {
            return error("integer");
        }
        if (field.type() == ValueTypes.DECIMAL) {
            return error("number");
        }
        if (field.type() == ValueTypes.BOOLEAN) {
            return error("boolean");
        }
        if (field.type() == ValueTypes.PARTIAL_DATE) {
            return error("date");
        }
        return "uri".equals(field.format()) ? error("link") : ProblemViews.message(violation, request);
    }

    private String ofCode(Violation violation, Field field) {
        String written = violation.arguments().get(0);
        return violation.didYouMean() == null
                ? error("code", written)
                : error("code.near", written, label(field, violation.didYouMean()));
    }

    /** Names both dates, as either may be the one that was written. */
    private String ofOrder(Violation violation, ResourceSchema schema) {
        String earlier = violation.arguments().get(1);
        String later = violation.place().text().substring(CHANGES.length() + 1);
        return error(
                "order",
                texts.field(schema.resource(), later),
                texts.date(violation.arguments().get(0)),
                texts.field(schema.resource(), earlier),
                texts.date(violation.arguments().get(2)));
    }

    private String label(Field field, String code) {
        return projection.label(field.vocabulary(), code).orElse(code);
    }

    private static BigDecimal number(Violation violation, int argument) {
        return new BigDecimal(violation.arguments().get(argument));
    }

    private String error(String name, Object... arguments) {
        return arguments.length == 0 ? texts.get(KEY + name) : texts.get(KEY + name, arguments);
    }
}
