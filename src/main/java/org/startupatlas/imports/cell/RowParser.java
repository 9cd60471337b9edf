package org.startupatlas.imports.cell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.startupatlas.imports.cell.number.MoneyText;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.TextNormalizer;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Field.Shape;
import org.startupatlas.schema.ResourceSchema;

/**
 * Converts the cells of the rows of one file. It knows how the numbers and dates of each column are written from the
 * first rows, and keeps what the columns say for "unknown".
 */
public final class RowParser {

    /** More spellings than one column has; the report stays readable. */
    private static final int MAX_UNKNOWN_TEXTS = 10;

    private static final int MAX_UNKNOWN_LENGTH = 40;

    private static final String PROVENANCE = "provenance";

    private final CellParser cells;
    private final CellProblems problems;
    private final ResourceSchema schema;
    private final boolean isStrict;
    private final boolean isSample;
    private final ColumnStyles styles;
    private final Map<String, Field> money = new HashMap<>();
    private final Map<String, Set<String>> unknownTexts = new LinkedHashMap<>();

    private RowParser(
            CellParser cells, ResourceSchema schema, boolean isStrict, boolean isSample, ColumnStyles styles) {
        this.cells = cells;
        this.problems = cells.problems();
        this.schema = schema;
        this.isStrict = isStrict;
        this.isSample = isSample;
        this.styles = styles;
        schema.fields().stream().filter(MoneyCells::isMoney).forEach(field -> money.put(field.name(), field));
    }

    /** Returns a parser that only looks at the rows of a file, to see how its numbers and dates are written. */
    public static RowParser ofSample(CellParser cells, ResourceSchema schema) {
        return new RowParser(cells, schema, false, true, new ColumnStyles());
    }

    /**
     * Returns a parser for the rows of the file whose first rows this parser has seen.
     *
     * @param strict whether a cell that is not understood is kept as it is, so that its row is refused
     */
    public RowParser ofRows(boolean strict) {
        return new RowParser(cells, schema, strict, false, styles);
    }

    /** Begins a row. */
    public Row row() {
        return new Row();
    }

    /** Returns the texts that were read as "unknown" in the column of a field, or of its parts, so far. */
    public List<String> unknownTexts(String name) {
        return unknownTexts.entrySet().stream()
                .filter(entry -> entry.getKey().equals(name) || entry.getKey().startsWith(name + "."))
                .flatMap(entry -> entry.getValue().stream())
                .distinct()
                .limit(MAX_UNKNOWN_TEXTS)
                .toList();
    }

    /** One row, to which its cells are added. */
    public final class Row {
        private final ParsedRow row = ParsedRow.empty();
        private final SourceCells source = new SourceCells();
        private final List<Violation> leftOut = new ArrayList<>();
        private final List<Violation> refused = new ArrayList<>();
        private final Map<String, MoneyCells> amounts = new LinkedHashMap<>();
        private final Set<String> incompletePoints = new LinkedHashSet<>();

        private Row() {}

        /**
         * Adds a cell of a table.
         *
         * @param name the dotted name of the field
         * @param delimiter the cell delimiter of the file
         */
        public void addCell(String name, Field field, String cell, char delimiter) {
            if (isSample) {
                styles.add(field, cell);
            } else if (isOfMoney(name)) {
                addMoney(name, field, TextNode.valueOf(cell));
            } else {
                add(name, field, cells.ofCell(field, cell, delimiter, styles), cell);
            }
        }

        /** Adds a JSON value. */
        public void addJson(String name, Field field, JsonNode json) {
            if (json instanceof ObjectNode object && field.shape() == Shape.OBJECT) {
                addObject(name, field, object);
            } else if (money.containsKey(name) && (json.isTextual() || json.isNumber())) {
                // A sum, also with its currency in one text.
                addJson(name + ".value", field.part("value"), json);
            } else if (isSample) {
                if (json.isTextual() || json.isNumber() && ColumnStyles.isId(field)) {
                    styles.add(field, json.asText());
                }
            } else if (isOfMoney(name)) {
                addMoney(name, field, json);
            } else {
                add(name, field, cells.ofJson(field, json, styles), json.asText());
            }
        }

        private void addObject(String name, Field field, ObjectNode object) {
            if (!isSample && !money.containsKey(name)) {
                objectAt(name);
            }
            object.properties().forEach(property -> {
                String key = property.getKey();
                field.parts().stream()
                        .filter(part -> part.name().equals(key))
                        .findFirst()
                        .ifPresentOrElse(
                                part -> addJson(name + "." + key, part, property.getValue()),
                                () -> objectAt(name).set(key, property.getValue()));
            });
        }

        private void add(String name, Field field, ParsedCell cell, String text) {
            if (cell.isUnknown()) {
                addUnknown(name, text);
                noteMissing(name);
                noteClaims(name);
                return;
            }
            if (ClaimSource.isName(name)) {
                addSource(name, cell);
                return;
            }
            boolean isKept = isStrict || isRequired(name, field);
            JsonNode value = isKept ? cell.asWritten() : cell.value();
            if (!isKept) {
                leftOut(name, cell.problems());
            }
            if (value == null) {
                noteMissing(name);
            } else {
                put(name, value);
            }
        }

        private void addSource(String name, ParsedCell cell) {
            addProblems(name, cell.problems(), isStrict ? refused : leftOut);
            if (cell.value() != null && !cell.value().isNull()) {
                source.put(name, cell.value());
            }
        }

        /** The row of a required value is refused in any case; the refusal names the value. */
        private boolean isRequired(String name, Field field) {
            return field.isNonNull() && !field.isList() && !isOfPoint(name) && !styles.isForeign(field);
        }

        private void put(String name, JsonNode value) {
            int dot = name.lastIndexOf('.');
            if (dot < 0) {
                row.record().set(name, value);
            } else {
                objectAt(name.substring(0, dot)).set(name.substring(dot + 1), value);
            }
        }

        private ObjectNode objectAt(String name) {
            ObjectNode object = row.record();
            for (String step : name.split("\\.")) {
                object = object.withObjectProperty(step);
            }
            return object;
        }

        private void addMoney(String name, Field field, JsonNode json) {
            int dot = name.indexOf('.');
            String amount = name.substring(0, dot);
            MoneyCells moneyCells =
                    amounts.computeIfAbsent(amount, each -> new MoneyCells(each, money.get(each), problems));
            boolean isUnknown = json.isNull() || json.isTextual() && UnknownMarks.isUnknown(field, json.textValue());
            String part = name.substring(dot + 1);
            isUnknown |= part.equals("value") && json.isTextual() && MoneyText.isWithoutSum(json.textValue());
            if (part.equals("qualifier")) {
                ParsedCell cell = cells.ofJson(field, json, styles);
                isUnknown |= cell.isUnknown();
                moneyCells.addQualifier(
                        isUnknown ? ParsedCell.UNKNOWN : isStrict ? ParsedCell.of(cell.asWritten()) : cell);
                if (!isStrict && !isUnknown) {
                    leftOut(name, cell.problems());
                }
            } else if (part.equals("value")) {
                if (isUnknown) {
                    moneyCells.addUnknownSum();
                } else {
                    moneyCells
                            .addSum(field, json, styles)
                            .filter(problem -> !isStrict)
                            .ifPresent(problem -> leftOut(name, List.of(problem)));
                }
            } else if (!isUnknown) {
                moneyCells.addCurrency(json);
            }
            if (isUnknown) {
                addUnknown(name, json.isNull() ? "" : json.asText());
            }
        }

        private void leftOut(String name, List<Violation> notUnderstood) {
            addProblems(name, notUnderstood, leftOut);
        }

        private static void addProblems(String name, List<Violation> notUnderstood, List<Violation> all) {
            for (Violation problem : notUnderstood) {
                all.add(new Violation(
                        new Violation.Place(null, null, name, problem.place().value(), 0),
                        problem.code(),
                        problem.arguments(),
                        problem.didYouMean()));
            }
        }

        /** A row of a file that has claims brings its own, also if it has none: an export comes back as it was. */
        private void noteClaims(String name) {
            if (name.equals(PROVENANCE)) {
                row.record().putArray(PROVENANCE);
            }
        }

        /** A point without one of its coordinates is none. */
        private void noteMissing(String name) {
            if (isOfPoint(name)) {
                incompletePoints.add(name.substring(0, name.indexOf('.')));
            }
        }

        /** Returns the values of the row. */
        public ParsedRow parsed() {
            amounts.forEach((name, amount) -> {
                List<Violation> notUnderstood = new ArrayList<>();
                amount.put(row, isStrict, notUnderstood);
                leftOut(name + ".value", notUnderstood);
            });
            if (!isStrict) {
                incompletePoints.forEach(row.record()::remove);
            }
            return new ParsedRow(row.record(), row.defaults(), source.source(), leftOut, refused);
        }
    }

    private boolean isOfMoney(String name) {
        int dot = name.indexOf('.');
        return dot > 0 && money.containsKey(name.substring(0, dot));
    }

    private boolean isOfPoint(String name) {
        int dot = name.indexOf('.');
        return dot > 0
                && schema.field(name.substring(0, dot)).filter(Field::isPoint).isPresent();
    }

    private void addUnknown(String name, String text) {
        String mark = TextNormalizer.normalize(text.length() > MAX_UNKNOWN_LENGTH ? "" : text, false);
        Set<String> texts =
                mark.isEmpty() ? Set.of() : unknownTexts.computeIfAbsent(name, none -> new LinkedHashSet<>());
        if (!mark.isEmpty() && texts.size() < MAX_UNKNOWN_TEXTS) {
            texts.add(mark);
        }
    }
}
