package org.startupatlas.imports.file.header;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.startupatlas.imports.cell.ColumnNames;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.type.ValueType;
import org.startupatlas.schema.type.ValueTypes;

/**
 * Finds the known column that a header means although it is written otherwise: with a remark or a unit, in the singular
 * or plural, in several languages, or with the word for the record ({@code startup_city}, {@code Ville de la startup}).
 */
public final class NearColumns {

    /** Longer headers are sentences. */
    private static final int MAX_LENGTH = 200;

    /** Half of the letters, or of the words, are the same. */
    private static final double MIN_LIKENESS = 0.5;

    private static final int MAX_NEAREST = 3;

    /** Names of the field {@code name} that are not words for a record. */
    static final Set<String> WORDS_FOR_NAME = Set.of(
            "name",
            "nom",
            "title",
            "titre",
            "label",
            "intitule",
            "designation",
            "denomination",
            "libelle",
            "kpi",
            "اسم",
            "تسميه",
            "تسمية");

    /** What incubators call the startups that they host. */
    private static final Set<String> WORDS_FOR_PROJECT = Set.of("projet", "project", "مشروع");

    private static final Map<String, NearColumns> BY_RESOURCE = new ConcurrentHashMap<>();

    private final ColumnNames names;
    private final List<KnownName> knownNames = new ArrayList<>();

    /** The names of columns by their stems. */
    private final Map<String, Set<String>> byStems = new HashMap<>();

    /** The stems of the words for a record of the resource. */
    private final Set<String> words = new HashSet<>();

    /**
     * What a header is taken for.
     *
     * @param field the dotted field
     * @param name the known name of the column
     */
    public record Near(String field, String name) {}

    /**
     * A name of columns.
     *
     * @param fields the fields that it means in some language
     */
    private record KnownName(String key, List<String> stems, Collection<String> fields) {}

    private NearColumns(ResourceSchema schema) {
        names = ColumnNames.of(schema);
        for (String name : names.words()) {
            List<String> stems = HeaderWords.stems(name);
            knownNames.add(new KnownName(ColumnNames.key(name), stems, fieldsOf(name)));
            byStems.computeIfAbsent(String.join(" ", stems), each -> new TreeSet<>())
                    .add(name);
            boolean isWord = stems.size() == 1
                    && names.meanings(name).containsValue("name")
                    && !WORDS_FOR_NAME.contains(stems.get(0));
            if (isWord) {
                words.add(stems.get(0));
            }
        }
        words.addAll(HeaderWords.stems(schema.singular()));
    }

    static NearColumns of(ResourceSchema schema) {
        return BY_RESOURCE.computeIfAbsent(schema.resource(), resource -> new NearColumns(schema));
    }

    /**
     * Returns what a header is taken for; empty if it is near no known column, or near several.
     *
     * @param fieldOf returns the field of a known name
     */
    Optional<Near> find(String header, Function<String, Optional<String>> fieldOf) {
        if (header.length() > MAX_LENGTH || ColumnNames.isIgnored(header) || HeaderWords.isOfOthers(header)) {
            return Optional.empty();
        }
        String bare = HeaderWords.withoutRemarks(header);
        Optional<Near> near = one(bare, fieldOf).or(() -> inAllNames(HeaderWords.names(bare), fieldOf));
        return near.filter(found -> !HeaderWords.isScaled(header) || !isNumber(found.field) || isInUnit(found, header));
    }

    /** Returns the fields of the known names that are most like a header, which means none of them; best first. */
    List<String> nearest(String header) {
        String bare = HeaderWords.withoutRemarks(header);
        if (header.length() > MAX_LENGTH
                || ColumnNames.isIgnored(header)
                || ColumnNames.key(bare).isEmpty()) {
            return List.of();
        }
        String key = ColumnNames.key(bare);
        List<String> stems = HeaderWords.stems(bare);
        Map<String, Double> scores = new HashMap<>();
        for (KnownName name : knownNames) {
            double score = Math.max(DidYouMean.similarity(key, name.key), likeness(stems, name.stems));
            name.fields.forEach(field -> scores.merge(field, score, Math::max));
        }
        return scores.entrySet().stream()
                .filter(entry -> entry.getValue() >= MIN_LIKENESS)
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_NEAREST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Collection<String> fieldsOf(String name) {
        return names.declared(name).<Collection<String>>map(List::of).orElseGet(() -> names.meanings(name)
                .values());
    }

    /** Returns how many of the words of two names are the same, from 0 to 1; the words for a record do not count. */
    private double likeness(List<String> one, List<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        both.removeAll(words);
        return all.isEmpty() ? 0 : (double) both.size() / all.size();
    }

    /** Whether a header has the currency and the power of ten of a sum, which is read with them. */
    private static boolean isInUnit(Near found, String header) {
        return isSum(found.field) && HeaderWords.unit(header) != null;
    }

    /** Whether a field is a sum of money, whose column may have the currency in its header. */
    static boolean isSum(String field) {
        return field.equals("amount.value");
    }

    /**
     * Whether the words of a header mean names of records, as {@code Tech Hub Name} and {@code Nom du bénéficiaire} do,
     * and not those of persons or of something else.
     */
    static boolean isLikelyName(String header) {
        List<String> stems =
                header.length() > MAX_LENGTH ? List.of() : HeaderWords.stems(HeaderWords.withoutRemarks(header));
        boolean isName = stems.size() == 1 && WORDS_FOR_PROJECT.contains(stems.get(0))
                || stems.size() > 1 && !Collections.disjoint(stems, WORDS_FOR_NAME);
        return isName && !HeaderWords.isOfOthers(header) && !HeaderWords.areNamesOfOthers(stems);
    }

    private boolean isNumber(String field) {
        ValueType<?> type = names.fields().get(field).type();
        return type == ValueTypes.INTEGER || type == ValueTypes.DECIMAL;
    }

    private Optional<Near> one(String name, Function<String, Optional<String>> fieldOf) {
        Optional<Near> exact = fieldOf.apply(name).map(field -> new Near(field, name));
        if (exact.isPresent()) {
            return exact;
        }
        List<String> stems = HeaderWords.stems(name);
        return byStems(stems, fieldOf)
                .or(() -> stems.size() > 1 && words.contains(stems.get(0))
                        ? byStems(stems.subList(1, stems.size()), fieldOf)
                        : Optional.empty())
                .or(() -> stems.size() > 1 && words.contains(stems.get(stems.size() - 1))
                        ? byStems(stems.subList(0, stems.size() - 1), fieldOf)
                        : Optional.empty());
    }

    private Optional<Near> byStems(List<String> stems, Function<String, Optional<String>> fieldOf) {
        // The longest name has the most words of the header.
        Near found = null;
        for (String name : byStems.getOrDefault(String.join(" ", stems), Set.of())) {
            Optional<String> field = fieldOf.apply(name);
            if (field.isPresent() && found != null && !found.field.equals(field.get())) {
                return Optional.empty();
            }
            boolean isBetter = found == null || found.name.length() < name.length();
            found = field.isPresent() && isBetter ? new Near(field.get(), name) : found;
        }
        return Optional.ofNullable(found);
    }

    private Optional<Near> inAllNames(List<String> parts, Function<String, Optional<String>> fieldOf) {
        Near found = null;
        for (String part : parts) {
            Optional<Near> near = parts.size() > 1 ? one(part, fieldOf) : Optional.empty();
            if (near.isEmpty() || found != null && !found.field.equals(near.get().field)) {
                return Optional.empty();
            }
            found = found == null ? near.get() : found;
        }
        return Optional.ofNullable(found);
    }
}
