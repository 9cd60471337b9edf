package org.startupatlas.http.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A cell of a table. CSV has its text only; a workbook has its type too. */
public sealed interface Cell {

    Cell EMPTY = new Text("");

    /** A text; empty for an unknown value. */
    record Text(String text) implements Cell {}

    /** A number. */
    record Number(BigDecimal number) implements Cell {}

    /** A boolean. */
    record Flag(boolean isTrue) implements Cell {}

    /** A whole day. */
    record Day(LocalDate date) implements Cell {}

    Pattern WHOLE_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** Returns the cell of a value: a list of words is joined with semicolons. */
    static Cell of(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return EMPTY;
        }
        if (value.isTextual()) {
            return new Text(value.textValue());
        }
        if (value.isArray()) {
            return ofWords(value);
        }
        if (value.isBoolean()) {
            return new Flag(value.booleanValue());
        }
        return value.isNumber() ? new Number(value.decimalValue()) : new Text(value.toString());
    }

    /** Returns the cell of a value; objects and lists are JSON in it. */
    static Cell ofJson(JsonNode value) {
        return value.isContainerNode() ? new Text(value.toString()) : of(value);
    }

    /** Returns the cell of a list of words, or of labels by code. */
    static Cell ofWords(JsonNode words) {
        List<String> texts = new ArrayList<>();
        words.forEach(word -> texts.add(word.textValue()));
        return ofWords(texts);
    }

    /** Returns the cell of a list of words. */
    static Cell ofWords(List<String> words) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            all.append(i == 0 ? "" : ";").append(words.get(i).replace(";", "\\;"));
        }
        return new Text(all.toString());
    }

    /** Returns the cell of a partial date: a day if the date has all its digits, else the text. */
    static Cell ofDate(String partialDate) {
        try {
            return WHOLE_DAY.matcher(partialDate).matches()
                    ? new Day(LocalDate.parse(partialDate))
                    : new Text(partialDate);
        } catch (DateTimeParseException notInCalendar) {
            return new Text(partialDate);
        }
    }
}
