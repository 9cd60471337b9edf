package org.startupatlas.imports.cell;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.startupatlas.record.Folding;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Field.Shape;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/**
 * The names of the fields of a resource in the header of a table. What people call a field besides its dotted name is
 * defined in {@code columns.csv}, in three languages: for a field of all resources by its dotted name, for a field of
 * one resource also by {@code resource:name}, which takes precedence.
 */
public final class ColumnNames {

    private static final Map<String, Map<Language, List<String>>> HEADER_WORDS = read();

    private static final Map<Language, String> REASONS =
            Map.of(Language.EN, "Why refused", Language.FR, "Motif du refus", Language.AR, "سبب الرفض");

    private static final Set<String> REASON_KEYS =
            REASONS.values().stream().map(ColumnNames::key).collect(Collectors.toUnmodifiableSet());

    private static final Map<String, ColumnNames> BY_RESOURCE = new ConcurrentHashMap<>();

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<String> names;
    private final Map<String, String> declared = new HashMap<>();
    private final Map<String, Map<Language, String>> meanings = new HashMap<>();
    private final Set<String> words = new HashSet<>();

    private ColumnNames(ResourceSchema schema) {
        schema.fields().stream().filter(field -> !field.isManaged()).forEach(this::addField);
        names = List.copyOf(fields.keySet());
        addSource(schema.field("provenance").orElseThrow());
        fields.keySet().forEach(name -> declared.put(key(name), name));
        words.addAll(fields.keySet());
        for (String name : fields.keySet()) {
            words(schema, name).values().forEach(words::addAll);
            words(schema, name)
                    .forEach((language, words) -> words.forEach(
                            word -> meanings.computeIfAbsent(key(word), key -> new EnumMap<>(Language.class))
                                    .putIfAbsent(language, name)));
        }
    }

    /** Returns the column names of a resource. */
    public static ColumnNames of(ResourceSchema schema) {
        return BY_RESOURCE.computeIfAbsent(schema.resource(), resource -> new ColumnNames(schema));
    }

    /** Returns the header names of a field, most common first: its dotted name if {@code columns.csv} has none. */
    static Map<Language, List<String>> words(ResourceSchema schema, String name) {
        Map<Language, List<String>> ofAll = HEADER_WORDS.getOrDefault(name, Map.of(Language.EN, List.of(name)));
        return HEADER_WORDS.getOrDefault(schema.resource() + ":" + name, ofAll);
    }

    private void addField(Field field) {
        if (field.shape() == Shape.OBJECT) {
            field.parts().forEach(part -> fields.put(field.name() + "." + part.name(), part));
        } else {
            fields.put(field.name(), field);
        }
    }

    /** Adds the columns that say where the values of a row are from, each with the type of the part of a claim. */
    private void addSource(Field claims) {
        fields.put(ClaimSource.SOURCE, claims.part("publisher"));
        fields.put(ClaimSource.SOURCE_URL, claims.part("url"));
        fields.put(ClaimSource.SOURCE_DATE, claims.part("published"));
        fields.put(ClaimSource.CONFIDENCE, claims.part("confidence"));
    }

    /** Returns the fields that a column can set, by dotted name, and the parts of its source. */
    public Map<String, Field> fields() {
        return Map.copyOf(fields);
    }

    /** Returns the dotted names of the fields, in the order of the JSON. */
    public List<String> names() {
        return names;
    }

    /** Returns the field whose dotted name equals the header, ignoring case and separators. */
    public Optional<String> declared(String column) {
        return Optional.ofNullable(declared.get(key(column)));
    }

    /** Returns all names of columns: the dotted names of the fields, and what people call them. */
    public Set<String> words() {
        return Set.copyOf(words);
    }

    /** Returns the fields that a header can mean, by language. */
    public Map<Language, String> meanings(String column) {
        return meanings.getOrDefault(key(column), Map.of());
    }

    /** Returns the header of the column that says why rows were refused, in a file that is mended and sent again. */
    public static String reasonHeader(Language language) {
        return REASONS.get(language);
    }

    /** Whether a column says why rows were refused when they were sent before. */
    public static boolean isReason(String column) {
        return REASON_KEYS.contains(key(column));
    }

    /**
     * Whether a column is ignored: why rows were refused before, server-managed fields, labels and expanded records, which exports and lists have.
     */
    public static boolean isIgnored(String column) {
        return isReason(column)
                || CommonFields.isManaged(column)
                || column.equals("labels")
                || column.equals("expanded")
                || column.startsWith("labels.")
                || column.startsWith("expanded.");
    }

    /** Returns the letters and digits of a name, without case, accents and direction marks. */
    public static String key(String name) {
        StringBuilder key = new StringBuilder(name.length());
        Folding.fold(name).codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.toString();
    }

    private static Map<String, Map<Language, List<String>>> read() {
        Map<String, Map<Language, List<String>>> words = new HashMap<>();
        try (InputStream bytes = ColumnNames.class.getResourceAsStream("/columns.csv");
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                Map<Language, List<String>> ofField = new EnumMap<>(Language.class);
                for (Language language : Language.values()) {
                    ofField.put(language, List.of(row.getField(language.code()).split("\\|")));
                }
                words.put(row.getField("field"), ofField);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }
}
