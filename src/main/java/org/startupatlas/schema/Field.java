package org.startupatlas.schema;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.startupatlas.record.ExternalIdScheme;
import org.startupatlas.schema.type.MaxLengths;
import org.startupatlas.schema.type.ValueType;
import org.startupatlas.schema.type.ValueTypes;

/**
 * One field of a resource: its name in JSON, CSV, URLs and SQL, its type, and the queries it supports. Fields are
 * immutable; each modifier method returns a changed copy.
 */
public final class Field {

    /** Whether a field holds one value or several, and whether these are scalars or objects. */
    public enum Shape {
        /** One scalar value, a column of the record's table. */
        VALUE,
        /** Several scalar values: a list column or, if they are references to other records, a table of their own. */
        VALUES,
        /** One object, whose parts are columns of the record's table. */
        OBJECT,
        /** Several objects, in a table of their own. */
        OBJECTS
    }

    /** The inclusive bounds of a number. */
    public record Bounds(long min, long max) {}

    /** The number of fraction digits that the database stores. */
    public static final int MAX_DECIMALS = 6;

    /** More elements than any record needs; a body of a megabyte could hold some ten thousand small ones. */
    private static final int MAX_ELEMENTS = 1_000;

    private static final int MAX_TOKENS = 50;

    private final String name;
    private final ValueType<?> type;
    private final List<Field> parts;
    private final String description;
    private final Object example;
    private Shape shape;
    private String vocabulary;
    private String target;
    private List<String> through = List.of();
    private boolean nonNull;
    private boolean managed;
    private boolean sortable;
    private boolean groupsSums;
    private String format;
    private Pattern pattern;
    private Bounds bounds;
    private int maxLength;
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
        this.maxLength = MaxLengths.of(type);
        this.isMultiline = type == ValueTypes.PROSE;
    }

    /** Returns a copy by which lists can be sorted. */
    public Field sortable() {
        return with(field -> field.sortable = true);
    }

    /**
     * Returns a copy whose values group sums: numbers beside it are only summed among records that share its value.
     * Examples are a currency, a class of money and a unit.
     */
    public Field groupingSums() {
        return with(field -> field.groupsSums = true);
    }

    /** Returns a copy that has a value in every record. */
    public Field nonNull() {
        return with(field -> field.nonNull = true);
    }

    /** Returns a copy that the server sets with each write: no client writes it, and no change lists it. */
    Field managed() {
        return with(field -> field.managed = true);
    }

    /** Returns a copy that may be null because the object it is part of may be null. */
    Field nullable() {
        return with(field -> field.nonNull = false);
    }

    Field shape(Shape newShape) {
        return with(field -> {
            field.shape = newShape;
            field.nonNull = field.nonNull || field.isList();
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

    /** Returns a copy whose texts must match the pattern as a whole. */
    Field pattern(Pattern newPattern) {
        return with(field -> field.pattern = newPattern);
    }

    Field maxLength(int maxLength) {
        return with(field -> field.maxLength = maxLength);
    }

    /** Returns a copy whose texts must have at least one letter or digit. */
    Field asName() {
        return with(field -> field.isName = true);
    }

    /** Returns a copy whose texts keep their line breaks. */
    Field multiline() {
        return with(field -> field.isMultiline = true);
    }

    /** Returns a copy whose values must be codes of ISO 4217. */
    Field asCurrency() {
        return with(field -> {
            field.isCurrency = true;
            field.maxLength = MaxLengths.CURRENCY;
        });
    }

    /** Returns a copy whose values are ids of an external registry. */
    Field externalId(ExternalIdScheme scheme) {
        return with(field -> field.externalIdScheme = scheme);
    }

    Field bounds(long min, long max) {
        return with(field -> field.bounds = new Bounds(min, max));
    }

    private Field with(Consumer<Field> change) {
        Field copy = new Field(name, shape, type, parts, description, example);
        copy.vocabulary = vocabulary;
        copy.target = target;
        copy.through = through;
        copy.nonNull = nonNull;
        copy.managed = managed;
        copy.sortable = sortable;
        copy.groupsSums = groupsSums;
        copy.format = format;
        copy.pattern = pattern;
        copy.bounds = bounds;
        copy.maxLength = maxLength;
        copy.isName = isName;
        copy.isMultiline = isMultiline;
        copy.isCurrency = isCurrency;
        copy.externalIdScheme = externalIdScheme;
        change.accept(copy);
        return copy;
    }

    /** Returns the name, in snake_case, without dots. */
    public String name() {
        return name;
    }

    public Shape shape() {
        return shape;
    }

    /** Returns the type of the values; null for objects, whose parts have types. */
    public ValueType<?> type() {
        return type;
    }

    /** Returns the fields of an object; empty for scalars. */
    public List<Field> parts() {
        return parts;
    }

    /** Returns the vocabulary that a code belongs to; null if the field is no code. */
    public String vocabulary() {
        return vocabulary;
    }

    /** Returns the resource that a reference points to; null if the field is no reference. */
    public String target() {
        return target;
    }

    /** Returns the fields of the target that can be filtered by with a dotted name. */
    public List<String> through() {
        return through;
    }

    /** Returns whether every record has a value. */
    public boolean isNonNull() {
        return nonNull;
    }

    /** Returns whether the server sets the field with each write. */
    public boolean isManaged() {
        return managed;
    }

    public boolean isSortable() {
        return sortable;
    }

    /**
     * Returns whether the field's values group sums: of the numbers in its own object or, for a top-level field, of all
     * numbers of the record.
     */
    public boolean groupsSums() {
        return groupsSums;
    }

    /** Returns the OpenAPI format ({@code uri}, …); null if there is none. */
    public String format() {
        return format;
    }

    /** Returns the pattern that a text must match as a whole; null if there is none. */
    public Pattern pattern() {
        return pattern;
    }

    /** Returns the bounds of a number; null if there are none. */
    public Bounds bounds() {
        return bounds;
    }

    /** Returns the maximum length, in characters, of a text, a token or a code. */
    public int maxLength() {
        return maxLength;
    }

    /** Returns the maximum number of elements of a list. */
    public int maxElements() {
        return isComposed() ? MAX_ELEMENTS : MAX_TOKENS;
    }

    /**
     * Returns the maximum length, in characters, of all codes of a list together; unlimited for lists that are not
     * indexed.
     */
    public int maxTotalLength() {
        return type == ValueTypes.CODES ? MaxLengths.CODES : Integer.MAX_VALUE;
    }

    /** Returns whether the value is a name, which must have a letter or a digit. */
    public boolean isName() {
        return isName;
    }

    /** Returns whether line breaks inside the text are kept; in other fields they become blanks. */
    public boolean isMultiline() {
        return isMultiline;
    }

    public boolean isCurrency() {
        return isCurrency;
    }

    /** Returns the external registry whose ids the field holds; null if it holds none. */
    public ExternalIdScheme externalIdScheme() {
        return externalIdScheme;
    }

    public String description() {
        return description;
    }

    /** Returns an example in the form that Jackson serializes; may be null. */
    public Object example() {
        return example;
    }

    public boolean isList() {
        return shape == Shape.VALUES || shape == Shape.OBJECTS;
    }

    /** Returns whether the field is an object or a list of objects. */
    public boolean isComposed() {
        return shape == Shape.OBJECT || shape == Shape.OBJECTS;
    }

    /** Returns whether the field is an object of texts in the three languages. */
    public boolean isTranslated() {
        return shape == Shape.OBJECT && parts.stream().map(Field::name).toList().equals(List.of("fr", "ar", "en"));
    }

    /** Returns whether the field is an object of latitude and longitude. */
    public boolean isPoint() {
        return shape == Shape.OBJECT && parts.stream().map(Field::name).toList().equals(List.of("lat", "lon"));
    }

    /**
     * Returns the part with that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Field part(String partName) {
        return parts.stream()
                .filter(part -> part.name.equals(partName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no part " + partName));
    }
}
