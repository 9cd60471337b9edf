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
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.record.PartialDate;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.type.ValueTypes;

/**
 * A keyset cursor: the position after a row, identified by its sort values and its id.
 *
 * @param query the fingerprint of the filter and the sort order that the cursor belongs to
 * @param revision the revision of the first page
 * @param values the values of the sort columns in the last row, null where a column is null
 * @param id the id of the last row
 */
public record Cursor(String query, long revision, List<Object> values, Object id) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    public Cursor {
        values = new ArrayList<>(values); // not List.copyOf: there may be nulls
    }

    /** Returns the opaque, URL-safe text that clients send back. */
    public String text() {
        ArrayNode array = JSON.createArrayNode().add(query).add(revision);
        values.forEach(value -> array.add(encode(value)));
        array.add(encode(id));
        return ENCODER.encodeToString(array.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns a cursor for paging by relevance, where the position is a rank.
     *
     * @param rank the number of hits on the pages so far
     */
    public static Cursor ofRank(String query, long revision, int rank, Object id) {
        return new Cursor(query, revision, List.of(rank), id);
    }

    /** Returns the number of hits before this position. */
    public int rank() {
        return (Integer) values.get(0);
    }

    /** Returns whether the cursor is valid for paging by relevance through the query with that fingerprint. */
    public boolean isRankOf(String fingerprint) {
        return query.equals(fingerprint)
                && values.size() == 1
                && values.get(0) instanceof Integer rank
                && rank > 0
                && rank < QueryLimits.MAX_HITS;
    }

    /** Returns whether the cursor is valid for the query with that fingerprint and sort order. */
    public boolean isOf(String fingerprint, List<SortKey> sort) {
        if (!query.equals(fingerprint) || values.size() != sort.size()) {
            return false;
        }
        for (int i = 0; i < sort.size(); i++) {
            if (!sort.get(i).accepts(values.get(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Parses a cursor; empty if the text is not a cursor that this API can have issued.
     *
     * @param hasCodeIds whether the ids of the rows are codes rather than UUIDs
     */
    public static Optional<Cursor> parse(String text, boolean hasCodeIds) {
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
                values.add(parse(array.get(i)));
            }
            Object id = parse(array.get(array.size() - 1));
            boolean idFits = hasCodeIds ? id instanceof String : id instanceof UUID;
            return idFits && array.get(0).isTextual()
                    ? Optional.of(
                            new Cursor(array.get(0).textValue(), array.get(1).longValue(), values, id))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException | JsonProcessingException malformed) {
            return Optional.empty();
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    /** Encodes a value as text, prefixed with a letter for its type. */
    private static String encode(Object value) {
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

    private static Object parse(JsonNode node) {
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
