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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.startupatlas.record.Folding;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Field.Shape;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/**
 * What people call the fields of a resource in the header of a table, in three languages. The words stand in
 * {@code columns.csv}: for a field of all resources under its dotted name, for one of a resource also under
 * {@code resource:name}, which comes first.
 */
public final class ColumnNames {

    /** What the registry gives itself; an export has it, an import leaves it out. */
    private static final Set<String> GIVEN = Set.of("version", "created_at", "updated_at");

    private static final Map<String, Map<Language, List<String>>> WORDS = read();

    private static final Map<String, ColumnNames> OF_RESOURCES = new ConcurrentHashMap<>();

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, String> declared = new HashMap<>();
    private final Map<String, Map<Language, String>> spoken = new HashMap<>();

    private ColumnNames(ResourceSchema declaration) {
        declaration.fields().stream()
                .filter(field -> !GIVEN.contains(field.name()))
                .forEach(this::addLeaves);
        fields.keySet().forEach(name -> declared.put(key(name), name));
        for (String name : fields.keySet()) {
            words(declaration, name)
                    .forEach((language, words) -> words.forEach(
                            word -> spoken.computeIfAbsent(key(word), key -> new EnumMap<>(Language.class))
                                    .putIfAbsent(language, name)));
        }
    }

    /** The names of a resource's columns. */
    public static ColumnNames of(ResourceSchema declaration) {
        return OF_RESOURCES.computeIfAbsent(declaration.resource(), resource -> new ColumnNames(declaration));
    }

    /** What people call a field of that resource, most usual word first. */
    static Map<Language, List<String>> words(ResourceSchema declaration, String name) {
        return WORDS.getOrDefault(declaration.resource() + ":" + name, WORDS.getOrDefault(name, Map.of()));
    }

    private void addLeaves(Field field) {
        if (field.shape() == Shape.OBJECT) {
            field.parts().forEach(part -> fields.put(field.name() + "." + part.name(), part));
        } else {
            fields.put(field.name(), field);
        }
    }

    /** The fields that a column can fill, by dotted name. */
    public Map<String, Field> fields() {
        return Map.copyOf(fields);
    }

    /** The dotted names of those fields, in the order of the JSON. */
    public List<String> names() {
        return List.copyOf(fields.keySet());
    }

    /** The field whose own name a column has, however its words are joined. */
    public Optional<String> declared(String column) {
        return Optional.ofNullable(declared.get(key(column)));
    }

    /** The fields that a column's name can mean, by language. */
    public Map<Language, String> meanings(String column) {
        return spoken.getOrDefault(key(column), Map.of());
    }

    /** Whether a column is one that the API writes beside a record's own fields. */
    public static boolean isLeftOut(String column) {
        return GIVEN.contains(column)
                || column.equals("labels")
                || column.equals("expanded")
                || column.startsWith("labels.")
                || column.startsWith("expanded.");
    }

    /** What is left of a name without case, accents, direction marks and all that is neither letter nor digit. */
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
