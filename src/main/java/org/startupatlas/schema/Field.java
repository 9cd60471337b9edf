package org.startupatlas.schema;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.startupatlas.record.ExternalIdScheme;
import org.startupatlas.schema.type.ValueType;
import org.startupatlas.schema.type.ValueTypes;

/**
 * One field of a resource, declared: its name in JSON, CSV, URLs and SQL, its type, and what may be asked of it.
 * Fields do not change; what describes one further gives another.
 */
public final class Field {

    /** Whether a field holds one value or several, plain or composed. */
    public enum Shape {
        /** One plain value, a column of the record's table. */
        VALUE,
        /** Several plain values: a column that holds them all, or, where they lead to other records, a table. */
        VALUES,
        /** Several fields together, columns of the record's table. */
        OBJECT,
        /** Several of these, a table of their own. */
        OBJECTS
    }

    /** The least and the greatest value of a number. */
    public record Bounds(long least, long greatest) {}

    /** Decimals are stored with so many digits behind the point. */
    public static final int MOST_DECIMALS = 6;

    /** A name; the keys of names are in indexes, whose entries PostgreSQL limits to 2,704 bytes together. */
    private static final int LONGEST_TEXT = 250;

    /** A text that no index holds may be as long as a body, which is refused before it is read when it is longer. */
    private static final int LONGEST_PROSE = 1_048_576;

    private static final int LONGEST_TOKEN = 200;
    static final int LONGEST_CODE = 64;
    private static final int LONGEST_CURRENCY = 3;

    /** {@code 2020-06-01/2026-Q1} and shorter ones. */
    private static final int LONGEST_DATE = 21;

    /** More elements than any record has use for; a body of a megabyte holds some ten thousand small ones. */
    private static final int MOST_ELEMENTS = 1_000;

    private static final int MOST_WORDS = 50;

    /**
     * Characters of all codes of a list. The sectors of a startup are in an index with its name and its city, of 500 bytes
     * each, and PostgreSQL limits an entry of it to 2,704 bytes, of which each code takes up to seven more than it has.
     */
    private static final int LONGEST_CODES = 1_000;

    private final String name;
    private final ValueType<?> type;
    private final List<Field> parts;
    private final String description;
    private final Object example;
    private Shape shape;
    private String vocabulary;
    private String target;
    private List<String> through = List.of();
    private boolean always;
    private boolean sortable;
    private boolean partsSums;
    private String format;
    private Pattern pattern;
    private Bounds bounds;
    private int longest;
    private boolean isName;
    private boolean isMultiline;
    private boolean isCurrency;
    private ExternalIdScheme externalIdScheme;

    Field(String name, Shape shape, ValueType<?> type, List<Field> parts, String description, Object example) {
        this.name = Objects.requireNonNull(name, "name");
        this.shape = shape;
        this.type = type;
        this.parts = List.copyOf(parts);
        this.description = Objects.requireNonNull(description, "description");
        this.example = example;
        this.longest = longest(type);
        this.isMultiline = type == ValueTypes.PROSE;
    }

    private static int longest(ValueType<?> type) {
        if (type == ValueTypes.TEXT) {
            return LONGEST_TEXT;
        }
        if (type == ValueTypes.TOKEN || type == ValueTypes.TOKENS) {
            return LONGEST_TOKEN;
        }
        if (type == ValueTypes.CODE || type == ValueTypes.CODES) {
            return LONGEST_CODE;
        }
        return type == ValueTypes.PARTIAL_DATE ? LONGEST_DATE : LONGEST_PROSE;
    }

    /** This field, sortable. */
    public Field sortable() {
        return with(field -> field.sortable = true);
    }

    /** This field, across whose values the numbers beside it are never summed: a currency, a class of money, a unit. */
    public Field partingSums() {
        return with(field -> field.partsSums = true);
    }

    /** This field, with a value in every record. */
    public Field always() {
        return with(field -> field.always = true);
    }

    /** This field, as a part of something that may be missing as a whole. */
    Field maybe() {
        return with(field -> field.always = false);
    }

    Field shape(Shape newShape) {
        return with(field -> {
            field.shape = newShape;
            field.always = field.always || field.isList();
        });
    }

    Field vocabulary(String newVocabulary) {
        return with(field -> field.vocabulary = newVocabulary);
    }

    Field references(String newTarget, List<String> newThrough) {
        return with(field -> {
            field.target = newTarget;
            field.through = List.copyOf(newThrough);
        });
    }

    Field format(String newFormat) {
        return with(field -> field.format = newFormat);
    }

    /** This field, with texts of that form only. */
    Field pattern(Pattern newPattern) {
        return with(field -> field.pattern = newPattern);
    }

    /** This field, with texts of at most so many characters. */
    Field longest(int characters) {
        return with(field -> field.longest = characters);
    }

    /** This field, as a name: a text with at least one letter or digit. */
    Field asName() {
        return with(field -> field.isName = true);
    }

    /** This field, as a text of several lines. */
    Field multiline() {
        return with(field -> field.isMultiline = true);
    }

    /** This field, as a code of ISO 4217. */
    Field asCurrency() {
        return with(field -> {
            field.isCurrency = true;
            field.longest = LONGEST_CURRENCY;
        });
    }

    /** This field, as an id of another register. */
    Field externalId(ExternalIdScheme scheme) {
        return with(field -> field.externalIdScheme = scheme);
    }

    Field bounds(long least, long greatest) {
        return with(field -> field.bounds = new Bounds(least, greatest));
    }

    private Field with(Consumer<Field> difference) {
        Field other = new Field(name, shape, type, parts, description, example);
        other.vocabulary = vocabulary;
        other.target = target;
        other.through = through;
        other.always = always;
        other.sortable = sortable;
        other.partsSums = partsSums;
        other.format = format;
        other.pattern = pattern;
        other.bounds = bounds;
        other.longest = longest;
        other.isName = isName;
        other.isMultiline = isMultiline;
        other.isCurrency = isCurrency;
        other.externalIdScheme = externalIdScheme;
        difference.accept(other);
        return other;
    }

    /** The name, in snake_case, without dots. */
    public String name() {
        return name;
    }

    /** Whether it holds one value or several, plain or composed. */
    public Shape shape() {
        return shape;
    }

    /** The type of its values; null for objects, whose parts have types. */
    public ValueType<?> type() {
        return type;
    }

    /** The fields of an object, else none. */
    public List<Field> parts() {
        return parts;
    }

    /** The closed list that a code is of, else null. */
    public String vocabulary() {
        return vocabulary;
    }

    /** The resource that a reference leads to, else null. */
    public String target() {
        return target;
    }

    /** The fields of the target that may be filtered by, behind a dot. */
    public List<String> through() {
        return through;
    }

    /** Whether every record has a value. */
    public boolean isAlways() {
        return always;
    }

    /** Whether lists can be sorted by it. */
    public boolean isSortable() {
        return sortable;
    }

    /**
     * Whether numbers are never summed across its values: those of its own object, or, where it is in none, all of the
     * record.
     */
    public boolean partsSums() {
        return partsSums;
    }

    /** How the value is written, as OpenAPI says it ({@code uri}, …), else null. */
    public String format() {
        return format;
    }

    /** What the whole of a text matches, else null. */
    public Pattern pattern() {
        return pattern;
    }

    /** The least and the greatest value, else null. */
    public Bounds bounds() {
        return bounds;
    }

    /** The most characters that a text, a word or a code can have. */
    public int longest() {
        return longest;
    }

    /** The most elements that a list can have. */
    public int mostElements() {
        return isComposed() ? MOST_ELEMENTS : MOST_WORDS;
    }

    /** The most characters that the words of a list can have together; of words that no index holds, any number. */
    public int longestTogether() {
        return type == ValueTypes.CODES ? LONGEST_CODES : Integer.MAX_VALUE;
    }

    /** Whether it is a name, which has a letter or a digit. */
    public boolean isName() {
        return isName;
    }

    /** Whether line breaks inside its texts stay; in all others they become blanks. */
    public boolean isMultiline() {
        return isMultiline;
    }

    /** Whether its values are codes of ISO 4217. */
    public boolean isCurrency() {
        return isCurrency;
    }

    /** The register whose ids it holds, else null. */
    public ExternalIdScheme externalIdScheme() {
        return externalIdScheme;
    }

    /** One sentence for the documentation. */
    public String description() {
        return description;
    }

    /** A value as JSON would hold it, or null. */
    public Object example() {
        return example;
    }

    /** Whether the field holds several values. */
    public boolean isList() {
        return shape == Shape.VALUES || shape == Shape.OBJECTS;
    }

    /** Whether the field is composed of parts. */
    public boolean isComposed() {
        return shape == Shape.OBJECT || shape == Shape.OBJECTS;
    }

    /** Whether the field is a text in the three languages. */
    public boolean isTranslated() {
        return shape == Shape.OBJECT && parts.stream().map(Field::name).toList().equals(List.of("fr", "ar", "en"));
    }

    /** Whether the field is a place on earth. */
    public boolean isPoint() {
        return shape == Shape.OBJECT && parts.stream().map(Field::name).toList().equals(List.of("lat", "lon"));
    }

    /** The part of that name. */
    public Field part(String partName) {
        return parts.stream()
                .filter(part -> part.name.equals(partName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no part " + partName));
    }
}
