package org.startupatlas.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * One field of a resource, declared: its name in JSON, CSV, URLs and SQL, its type, and what may be asked of it.
 * Fields do not change; what describes one further gives another.
 */
public final class Field {

    /** Whether a field holds one value or several, plain or composed. */
    public enum Shape {
        VALUE,
        VALUES,
        OBJECT,
        OBJECTS
    }

    /** The least and the greatest value of a number. */
    public record Bounds(long least, long greatest) {}

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
    private String format;
    private Bounds bounds;

    private Field(String name, Shape shape, ValueType<?> type, List<Field> parts, String description, Object example) {
        this.name = Objects.requireNonNull(name, "name");
        this.shape = shape;
        this.type = type;
        this.parts = List.copyOf(parts);
        this.description = Objects.requireNonNull(description, "description");
        this.example = example;
    }

    private static Field value(String name, ValueType<?> type, String description, Object example) {
        return new Field(name, Shape.VALUE, type, List.of(), description, example);
    }

    /** A name or another short text. */
    public static Field text(String name, String description, Object example) {
        return value(name, ValueTypes.TEXT, description, example);
    }

    /** A longer text. */
    public static Field prose(String name, String description, Object example) {
        return value(name, ValueTypes.PROSE, description, example);
    }

    /** A word that is compared as it is. */
    public static Field token(String name, String description, Object example) {
        return value(name, ValueTypes.TOKEN, description, example);
    }

    /** The address of a page. */
    public static Field link(String name, String description, Object example) {
        return text(name, description, example).format("uri");
    }

    /** A code of a vocabulary. */
    public static Field code(String name, String vocabulary, String description, Object example) {
        return value(name, ValueTypes.CODE, description, example).vocabulary(vocabulary);
    }

    /** Codes of a vocabulary. */
    public static Field codes(String name, String vocabulary, String description, Object example) {
        return code(name, vocabulary, description, example).shape(Shape.VALUES);
    }

    /** A country's alpha-2. */
    public static Field country(String name, String description, Object example) {
        return code(name, Declaration.COUNTRIES, description, example)
                .references(Declaration.COUNTRIES, List.of("region", "subregion"));
    }

    /** Countries' alpha-2. */
    public static Field countries(String name, String description, Object example) {
        return country(name, description, example).shape(Shape.VALUES);
    }

    /** Plain words that are compared as they are. */
    public static Field tokens(String name, String description, Object example) {
        return token(name, description, example).shape(Shape.VALUES);
    }

    /** The id of a record of another resource, some of whose fields may be filtered by. */
    public static Field reference(
            String name, String target, List<String> through, String description, Object example) {
        return value(name, ValueTypes.REFERENCE, description, example)
                .format("uuid")
                .references(target, through);
    }

    /** Ids of records of another resource, some of whose fields may be filtered by. */
    public static Field references(
            String name, String target, List<String> through, String description, Object example) {
        return reference(name, target, through, description, example).shape(Shape.VALUES);
    }

    /** The record's own id. */
    static Field id(String description, Object example) {
        return value("id", ValueTypes.ID, description, example).format("uuid").always();
    }

    /** A whole number between two bounds. */
    public static Field integer(String name, long least, long greatest, String description, Object example) {
        return value(name, ValueTypes.INTEGER, description, example).bounds(least, greatest);
    }

    /** A decimal number between two bounds. */
    public static Field decimal(String name, long least, long greatest, String description, Object example) {
        return value(name, ValueTypes.DECIMAL, description, example).bounds(least, greatest);
    }

    /** Yes or no. */
    public static Field bool(String name, String description, Object example) {
        return value(name, ValueTypes.BOOLEAN, description, example);
    }

    /** A date as far as it is known. */
    public static Field partialDate(String name, String description, Object example) {
        return value(name, ValueTypes.PARTIAL_DATE, description, example);
    }

    /** A point in time. */
    public static Field timestamp(String name, String description, Object example) {
        return value(name, ValueTypes.TIMESTAMP, description, example).format("date-time");
    }

    /** An object of plain fields; its parts are columns of the record's own table. */
    public static Field object(String name, String description, Field... parts) {
        return new Field(name, Shape.OBJECT, null, List.of(parts), description, null);
    }

    /** A list of objects of plain fields; it is a table of its own. */
    public static Field objects(String name, String description, Field... parts) {
        return object(name, description, parts).shape(Shape.OBJECTS).always();
    }

    /** A text in the three languages. */
    public static Field translated(String name, String description, String french, String arabic, String english) {
        return object(
                        name,
                        description,
                        prose("fr", description + " In French.", french),
                        prose("ar", description + " In Arabic.", arabic),
                        prose("en", description + " In English.", english))
                .always();
    }

    /** Organisations, each by its partner's id, where it has one, and its name as published. */
    public static Field organisations(String name, String description, Field... more) {
        List<Field> parts = new ArrayList<>(organisationParts());
        parts.addAll(List.of(more));
        return objects(name, description, parts.toArray(Field[]::new));
    }

    /** One organisation, by its partner's id, where it has one, and its name as published. */
    public static Field organisation(String name, String description) {
        return object(name, description, organisationParts().toArray(Field[]::new));
    }

    /** A sum of money, or null when it is not disclosed. */
    public static Field amount(String name, String description) {
        return object(
                name,
                description,
                decimal("value", 0, 1_000_000_000_000_000L, "The sum, in whole units of the currency.", 12000000)
                        .always()
                        .sortable(),
                token("currency", "The currency, ISO 4217.", "USD").always(),
                code("qualifier", "amount_qualifiers", "How exactly the sum is known.", "exact")
                        .always());
    }

    /** A place on earth, WGS 84. */
    public static Field point(String name, String description) {
        return object(
                name,
                description,
                decimal("lat", -90, 90, "Latitude in degrees.", 33.543).always(),
                decimal("lon", -180, 180, "Longitude in degrees.", -7.641).always());
    }

    /** The names an organisation has in other registers. */
    public static Field externalIds() {
        return object(
                        "external_ids",
                        "The organisation's names in other registers.",
                        token("ror", "Research Organization Registry.", "https://ror.org/03xc55g68"),
                        token("wikidata", "Wikidata item.", "Q3550078"),
                        token("ice", "Moroccan common company identifier (ICE).", "001525713000089"),
                        token("isni", "International Standard Name Identifier.", "0000000419361807"),
                        token("fundref", "Crossref Funder Registry.", "501100012456"))
                .always();
    }

    private static List<Field> organisationParts() {
        return List.of(
                reference(
                        "partner",
                        "partners",
                        List.of("types", "country"),
                        "The partner it is, or null when it is none.",
                        "019dadd7-e400-7000-8000-000000000001"),
                text("name", "Its name as published.", "Technopark Morocco").always());
    }

    /** This field, sortable. */
    public Field sortable() {
        return with(field -> field.sortable = true);
    }

    /** This field, with a value in every record. */
    public Field always() {
        return with(field -> field.always = true);
    }

    /** This field, as a part of something that may be missing as a whole. */
    Field maybe() {
        return with(field -> field.always = false);
    }

    private Field shape(Shape newShape) {
        return with(field -> {
            field.shape = newShape;
            field.always = field.always || field.isList();
        });
    }

    private Field vocabulary(String newVocabulary) {
        return with(field -> field.vocabulary = newVocabulary);
    }

    private Field references(String newTarget, List<String> newThrough) {
        return with(field -> {
            field.target = newTarget;
            field.through = List.copyOf(newThrough);
        });
    }

    private Field format(String newFormat) {
        return with(field -> field.format = newFormat);
    }

    private Field bounds(long least, long greatest) {
        return with(field -> field.bounds = new Bounds(least, greatest));
    }

    private Field with(Consumer<Field> difference) {
        Field other = new Field(name, shape, type, parts, description, example);
        other.vocabulary = vocabulary;
        other.target = target;
        other.through = through;
        other.always = always;
        other.sortable = sortable;
        other.format = format;
        other.bounds = bounds;
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

    /** How the value is written, as OpenAPI says it ({@code uri}, …), else null. */
    public String format() {
        return format;
    }

    /** The least and the greatest value, else null. */
    public Bounds bounds() {
        return bounds;
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
