package org.startupatlas.imports.cell;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import org.startupatlas.imports.cell.date.DateParser;
import org.startupatlas.imports.cell.number.NumberParser;
import org.startupatlas.query.lookup.ReferenceResolver;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.TextNormalizer;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.schema.type.ValueTypes;

/** Says what is wrong with a cell whose text is not a value of its field, in words for those who write spreadsheets. */
final class CellProblems {

    /** Longer texts are cut in messages. */
    private static final int MAX_TEXT_LENGTH = 200;

    private final Vocabularies vocabularies;

    CellProblems(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    /** Returns the problem of a text that is not understood. */
    Violation of(Field field, String text) {
        if (field.vocabulary() != null) {
            List<String> nearest = vocabularies.nearest(field.vocabulary(), text.strip());
            return problem("unknown-code", text, ReferenceResolver.codesPath(field.vocabulary()))
                    .suggesting(nearest.isEmpty() ? null : String.join(", ", nearest));
        }
        if (field.isCurrency()) {
            return problem("invalid-value", text, "currency")
                    .suggesting(ReferenceResolver.nearestCurrency(text).orElse(null));
        }
        if (field.type() == ValueTypes.PARTIAL_DATE && DateParser.isAmbiguous(text)) {
            return problem("ambiguous-date", text);
        }
        if (ColumnStyles.isNumber(field) && NumberParser.isAmbiguous(text)) {
            return problem("ambiguous-number", text);
        }
        return problem("invalid-value", text, kind(field));
    }

    /** Returns the problem of an id that another system has given. */
    Violation ofForeignId(String text) {
        return problem("foreign-id", text);
    }

    /** Returns the problem of a text that is not a list of objects. */
    Violation ofList(String text) {
        return problem("invalid-value", text, "list");
    }

    private static String kind(Field field) {
        if (field.externalIdScheme() != null) {
            return field.externalIdScheme().code();
        }
        if (field.type() == ValueTypes.BOOLEAN) {
            return "yes_or_no";
        }
        if (field.type() == ValueTypes.INTEGER) {
            return "integer";
        }
        if (field.type() == ValueTypes.DECIMAL) {
            return "decimal";
        }
        if (field.type() == ValueTypes.PARTIAL_DATE) {
            return "partial_date";
        }
        if ("uri".equals(field.format())) {
            return "link";
        }
        return field.name().equals("city") ? "city" : "text";
    }

    private static Violation problem(String code, String text, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = text.length() <= MAX_TEXT_LENGTH ? text : text.substring(0, MAX_TEXT_LENGTH) + "…";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Violation.ofCell(null, code, text, all);
    }

    /** Returns a value as what is understood of a cell, unless the field cannot have it. */
    ParsedCell checked(Field field, JsonNode value, String text) {
        Violation problem = value.isNumber() ? ofNumber(field, value, text) : ofText(field, value, text);
        return problem == null ? ParsedCell.of(value) : ParsedCell.notUnderstood(value, problem);
    }

    private Violation ofNumber(Field field, JsonNode value, String text) {
        BigDecimal number = value.decimalValue();
        Field.Bounds bounds = field.bounds();
        boolean isTooLow = number.compareTo(BigDecimal.valueOf(bounds.min())) < 0;
        if (isTooLow || number.compareTo(BigDecimal.valueOf(bounds.max())) > 0) {
            return problem("number-out-of-range", text, String.valueOf(bounds.min()), String.valueOf(bounds.max()));
        }
        return field.type() == ValueTypes.INTEGER && number.scale() > 0 ? of(field, text) : null;
    }

    private Violation ofText(Field field, JsonNode value, String text) {
        if (!value.isTextual() || field.type() != ValueTypes.TEXT && field.type() != ValueTypes.PROSE) {
            return null;
        }
        String stored = TextNormalizer.normalize(value.textValue(), field.isMultiline());
        OptionalInt control = TextNormalizer.controlCharacter(stored);
        if (control.isPresent()) {
            return Violation.ofCell(null, "control-character", text, TextNormalizer.codePoint(control.getAsInt()));
        }
        if (field.name().equals("city") && stored.codePoints().noneMatch(Character::isLetter)) {
            return of(field, text);
        }
        return stored.codePointCount(0, stored.length()) > field.maxLength()
                ? Violation.ofCell(null, "too-long", text, String.valueOf(field.maxLength()))
                : null;
    }
}
