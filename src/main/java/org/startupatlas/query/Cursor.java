package org.startupatlas.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.startupatlas.record.PartialDate;
import org.startupatlas.record.RecordJson;

/**
 * Where a walk stands: behind the row with these sort values.
 *
 * @param query fingerprint of the filter and sort that the walk is of
 * @param revision the revision at which the walk began
 * @param values of the sort columns in the last row, null where it had none
 * @param id of the last row
 */
record Cursor(String query, long revision, List<Object> values, Object id) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    Cursor {
        values = new ArrayList<>(values); // may hold nulls
    }

    /** The opaque, URL-safe text that clients send back. */
    String text() {
        ArrayNode array = JSON.createArrayNode().add(query).add(revision);
        values.forEach(value -> array.add(write(value)));
        array.add(write(id));
        return ENCODER.encodeToString(array.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Where a walk through the best stands: behind so many of them. */
    static Cursor ofRank(String query, long revision, int passed, Object id) {
        return new Cursor(query, revision, List.of(passed), id);
    }

    /** Behind how many of the best it stands. */
    int rank() {
        return (Integer) values.get(0);
    }

    /** Whether it can stand in a walk of that fingerprint through the best. */
    boolean isRankOf(String fingerprint) {
        return query.equals(fingerprint)
                && values.size() == 1
                && values.get(0) instanceof Integer passed
                && passed > 0
                && passed < QueryLimits.MAX_HITS;
    }

    /** Whether it can stand in a walk of that fingerprint and order. */
    boolean isOf(String fingerprint, List<Sort> sort) {
        if (!query.equals(fingerprint) || values.size() != sort.size()) {
            return false;
        }
        for (int i = 0; i < sort.size(); i++) {
            if (!sort.get(i).canHave(values.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Reads a cursor of a walk over rows with ids of that kind; empty if no walk has given it. */
    static Optional<Cursor> read(String text, boolean wordsAsIds) {
        try {
            JsonNode array = JSON.readTree(Base64.getUrlDecoder().decode(text));
            if (array == null
                    || !array.isArray()
                    || array.size() < 3
                    || !array.get(1).isIntegralNumber()) {
                return Optional.empty();
            }
            List<Object> values = new ArrayList<>();
            for (int i = 2; i < array.size() - 1; i++) {
                values.add(read(array.get(i)));
            }
            Object id = read(array.get(array.size() - 1));
            boolean idFits = wordsAsIds ? id instanceof String : id instanceof UUID;
            return idFits && array.get(0).isTextual()
                    ? Optional.of(
                            new Cursor(array.get(0).textValue(), array.get(1).longValue(), values, id))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException | JsonProcessingException notOurs) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Each value as text behind a letter for its type. */
    private static String write(Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof byte[] key) {
            return "k" + ENCODER.encodeToString(key);
        }
        if (value instanceof Integer number) {
            return "i" + number;
        }
        if (value instanceof BigDecimal number) {
            return "n" + number.toPlainString();
        }
        if (value instanceof LocalDate day) {
            return "d" + day;
        }
        if (value instanceof Instant time) {
            return "t" + RecordJson.time(time);
        }
        return value instanceof UUID ? "u" + value : "w" + value;
    }

    private static Object read(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        String text = node.asText();
        if (!node.isTextual() || text.isEmpty() || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("no value that a row can have");
        }
        String rest = text.substring(1);
        return switch (text.charAt(0)) {
            case 'k' -> Base64.getUrlDecoder().decode(rest);
            case 'i' -> Integer.valueOf(rest);
            case 'n' -> ValueTypes.DECIMAL.read(rest).orElseThrow(IllegalArgumentException::new);
            case 'd' -> PartialDate.of(rest).first();
            case 't' -> ValueTypes.TIMESTAMP.read(rest).orElseThrow(IllegalArgumentException::new);
            case 'u' -> UUID.fromString(rest);
            case 'w' -> rest;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
