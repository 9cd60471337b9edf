package org.startupatlas.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.startupatlas.record.ExternalIdScheme;
import org.startupatlas.schema.Field.Shape;
import org.startupatlas.schema.type.ValueType;
import org.startupatlas.schema.type.ValueTypes;

/** The kinds of fields that declarations are made of. */
public final class Fields {

    /** As long as browsers and servers agree on. */
    private static final int LONGEST_LINK = 2_048;

    /** What records can hold as a code, and URLs as a part of a path. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]+");

    private Fields() {}

    private static Field value(String name, ValueType<?> type, String description, Object example) {
        return new Field(name, Shape.VALUE, type, List.of(), description, example);
    }

    /** A name or another short text. */
    public static Field text(String name, String description, Object example) {
        return value(name, ValueTypes.TEXT, description, example);
    }

    /** The name of something. */
    public static Field name(String name, String description, Object example) {
        return text(name, description, example).asName();
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
        return text(name, description, example).format("uri").longest(LONGEST_LINK);
    }

    /** A path of this registry, with its query. */
    public static Field path(String name, String description, Object example) {
        return token(name, description, example).longest(LONGEST_LINK);
    }

    /** A code of a vocabulary. */
    public static Field code(String name, String vocabulary, String description, Object example) {
        return value(name, ValueTypes.CODE, description, example).vocabulary(vocabulary);
    }

    /** A word that is to be a code of a vocabulary. */
    public static Field newCode(String name, String description, Object example) {
        return token(name, description, example).longest(Field.LONGEST_CODE).pattern(CODE);
    }

    /** Codes of a vocabulary. */
    public static Field codes(String name, String vocabulary, String description, Object example) {
        return new Field(name, Shape.VALUES, ValueTypes.CODES, List.of(), description, example)
                .vocabulary(vocabulary)
                .always();
    }

    /** A country's alpha-2. */
    public static Field country(String name, String description, Object example) {
        return code(name, ResourceSchema.COUNTRIES, description, example)
                .references(ResourceSchema.COUNTRIES, List.of("region", "subregion"));
    }

    /** Countries' alpha-2. */
    public static Field countries(String name, String description, Object example) {
        return country(name, description, example).shape(Shape.VALUES);
    }

    /** Plain words that are compared as they are. */
    public static Field tokens(String name, String description, Object example) {
        return new Field(name, Shape.VALUES, ValueTypes.TOKENS, List.of(), description, example).always();
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
        return inThreeLanguages(Fields::prose, name, description, List.of(french, arabic, english));
    }

    /** A name in the three languages, each compared as names are. */
    public static Field names(String name, String description, String french, String arabic, String english) {
        return inThreeLanguages(Fields::name, name, description, List.of(french, arabic, english));
    }

    /** A kind of text. */
    private interface Text {
        Field field(String name, String description, Object example);
    }

    private static Field inThreeLanguages(Text text, String name, String description, List<String> examples) {
        return object(
                        name,
                        description,
                        text.field("fr", description + " In French.", examples.get(0)),
                        text.field("ar", description + " In Arabic.", examples.get(1)),
                        text.field("en", description + " In English.", examples.get(2)))
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
                currency("USD").always(),
                code("qualifier", "amount_qualifiers", "How exactly the sum is known.", "exact")
                        .always());
    }

    /** The currency of the sums that stand beside it in an object. */
    public static Field currency(Object example) {
        return token(
                        "currency",
                        "The currency, an alphabetic code of ISO 4217 that is in use; /v1/meta lists them.",
                        example)
                .asCurrency()
                .partingSums();
    }

    /** Currencies, by their codes. */
    public static Field currencies(String name, String description, Object example) {
        return tokens(name, description, example).asCurrency();
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
                        ResourceSchema.EXTERNAL_IDS,
                        "The organisation's names in other registers.",
                        externalId(
                                ExternalIdScheme.ROR, "Research Organization Registry.", "https://ror.org/03xc55g68"),
                        externalId(ExternalIdScheme.WIKIDATA, "Wikidata item.", "Q3550078"),
                        externalId(
                                ExternalIdScheme.ICE, "Moroccan common company identifier (ICE).", "001525713000089"),
                        externalId(
                                ExternalIdScheme.ISNI, "International Standard Name Identifier.", "0000000419361807"),
                        externalId(ExternalIdScheme.FUNDREF, "Crossref Funder Registry.", "501100012456"))
                .always();
    }

    private static Field externalId(ExternalIdScheme scheme, String description, Object example) {
        return token(scheme.code(), description + " " + scheme.description(), example)
                .externalId(scheme);
    }

    private static List<Field> organisationParts() {
        return List.of(
                reference(
                        "partner",
                        "partners",
                        List.of("types", "country"),
                        "The partner it is, or null when it is none.",
                        "019dadd7-e400-7000-8000-000000000001"),
                name("name", "Its name as published.", "Technopark Morocco").always());
    }
}
