package org.startupatlas.reconcile.match;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.startupatlas.reconcile.entity.Entity;
import org.startupatlas.reconcile.entity.Property;
import org.startupatlas.reconcile.match.ReconcileQuery.Hint;
import org.startupatlas.reconcile.match.ReconcileQuery.Value;
import org.startupatlas.record.Folding;
import org.startupatlas.record.PartialDate;
import org.startupatlas.record.WebAddress;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.schema.type.ValueTypes;

/** Compares hints with what entities have. */
@Singleton
class HintComparison {

    /** The result of a comparison. */
    enum Outcome {
        AGREES,
        DIFFERS,
        /** One of both has no value, or none that can be compared. */
        NOT_KNOWN
    }

    /** A time, as OpenRefine writes dates. */
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*");

    private static final int DAY_LENGTH = "YYYY-MM-DD".length();

    private final Vocabularies vocabularies;

    HintComparison(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    /**
     * Compares a hint with an entity: it agrees if one of its values is one of the entity's.
     *
     * @param row the query as a row, in which references are resolved
     */
    Outcome compare(Hint hint, Property property, Entity entity, JsonNode row) {
        List<JsonNode> stored = property.values(entity.record());
        boolean isComparable = false;
        for (Value value : hint.values()) {
            for (JsonNode each : stored) {
                Outcome outcome = compare(value, property, each, row);
                if (outcome == Outcome.AGREES) {
                    return outcome;
                }
                isComparable |= outcome == Outcome.DIFFERS;
            }
        }
        return isComparable ? Outcome.DIFFERS : Outcome.NOT_KNOWN;
    }

    private Outcome compare(Value value, Property property, JsonNode stored, JsonNode row) {
        Field field = property.field();
        String text = value.text();
        if (field.vocabulary() != null) {
            return equal(code(field.vocabulary(), value), Optional.of(stored.asText()));
        }
        if (property.isReference()) {
            String resolved = row.path(property.id()).asText();
            Optional<String> id = Optional.ofNullable(value.id())
                    .filter(ValueTypes::isUuid)
                    .or(() -> Optional.of(resolved).filter(ValueTypes::isUuid));
            return equal(id, Optional.of(stored.asText()));
        }
        if (field.externalIdScheme() != null) {
            return of(field.externalIdScheme().isSame(text, stored.asText()));
        }
        if (field.isTranslated()
                || field.type() == ValueTypes.PROSE
                || property.id().startsWith("other_names.")) {
            return contains(stored, text) ? Outcome.AGREES : Outcome.NOT_KNOWN;
        }
        if (field.type() == ValueTypes.PARTIAL_DATE) {
            return compareDates(text, stored.asText());
        }
        if (stored.isNumber()) {
            return equal(number(text), Optional.of(stored.decimalValue().stripTrailingZeros()));
        }
        if (property.id().equals(Property.WEBSITE)) {
            return equal(host(text), host(stored.asText()));
        }
        return of(Folding.fold(text).equals(Folding.fold(stored.asText())));
    }

    /** Returns the code that a value is, or that its words mean. */
    Optional<String> code(String vocabulary, Value value) {
        return Optional.ofNullable(value.id())
                .filter(id -> vocabularies.codes(vocabulary).contains(id))
                .or(() -> vocabularies.codes(vocabulary).contains(value.text())
                        ? Optional.of(value.text())
                        : vocabularies.codeOf(vocabulary, value.text()));
    }

    private static boolean contains(JsonNode stored, String text) {
        String folded = Folding.fold(text);
        if (stored.isTextual()) {
            return Folding.fold(stored.textValue()).contains(folded);
        }
        for (JsonNode each : stored) {
            if (each.isTextual() && contains(each, text)) {
                return true;
            }
        }
        return false;
    }

    /** Dates agree if they can be the same day: 2020 agrees with 2020-06. */
    private static Outcome compareDates(String text, String stored) {
        String day = TIME.matcher(text).matches() ? text.substring(0, DAY_LENGTH) : text;
        Optional<PartialDate> one = PartialDate.parse(day);
        Optional<PartialDate> other = PartialDate.parse(stored);
        return one.isEmpty() || other.isEmpty()
                ? Outcome.NOT_KNOWN
                : of(!one.get().last().isBefore(other.get().first())
                        && !other.get().last().isBefore(one.get().first()));
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text).stripTrailingZeros())
                    .filter(number -> Math.abs(number.scale()) < 20);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> host(String text) {
        String url = text.contains("://") ? text : "https://" + text;
        return WebAddress.host(url)
                .map(host -> host.toLowerCase(Locale.ROOT))
                .map(host -> host.startsWith("www.") ? host.substring("www.".length()) : host);
    }

    private static <T> Outcome equal(Optional<T> one, Optional<T> other) {
        return one.isEmpty() || other.isEmpty() ? Outcome.NOT_KNOWN : of(Objects.equals(one, other));
    }

    private static Outcome of(boolean isSame) {
        return isSame ? Outcome.AGREES : Outcome.DIFFERS;
    }
}
