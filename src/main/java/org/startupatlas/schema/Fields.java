package org.startupatlas.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.startupatlas.record.ExternalIdScheme;
import org.startupatlas.schema.Field.Shape;
import org.startupatlas.schema.type.MaxLengths;
import org.startupatlas.schema.type.ValueType;
import org.startupatlas.schema.type.ValueTypes;

/** Factory methods for the fields of resource schemas. */
public final class Fields {

    /** The length up to which browsers and servers agree on URLs. */
    private static final int MAX_LINK_LENGTH = 2_048;

    /** The characters that are valid both as a stored code and as a segment of a URL path. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]+");

    private Fields() {}

    private static Field value(String name, ValueType<?> type, String description, Object example) {
        return new Field(name, Shape.VALUE, type, List.of(), description, example);
    }

    /** Returns a short text, such as a name. */
    public static Field text(String name, String description, Object example) {
        return value(name, ValueTypes.TEXT, description, example);
    }

    /** Returns a name, which must have a letter or a digit. */
    public static Field name(String name, String description, Object example) {
        return text(name, description, example).asName();
    }

    /** Returns a long text. */
    public static Field prose(String name, String description, Object example) {
        return value(name, ValueTypes.PROSE, description, example);
    }

    /** Returns a token, which is compared exactly. */
    public static Field token(String name, String description, Object example) {
        return value(name, ValueTypes.TOKEN, description, example);
    }

    /** Returns the URL of a page. */
    public static Field link(String name, String description, Object example) {
        return text(name, description, example).format("uri").maxLength(MAX_LINK_LENGTH);
    }

    /** Returns a path of this API, with its query. */
    public static Field path(String name, String description, Object example) {
        return token(name, description, example).maxLength(MAX_LINK_LENGTH);
    }

    /** Returns a code of a vocabulary. */
    public static Field code(String name, String vocabulary, String description, Object example) {
        return value(name, ValueTypes.CODE, description, example).vocabulary(vocabulary);
    }

    /** Returns the code of a vocabulary entry itself: a token with the characters of a code. */
    public static Field newCode(String name, String description, Object example) {
        return token(name, description, example).maxLength(MaxLengths.CODE).pattern(CODE);
    }

    /** Returns a word of a closed list, which is no vocabulary because the words have a meaning in the code. */
    public static Field word(String name, List<String> words, String description, Object example) {
        return token(name, description, example)
                .maxLength(MaxLengths.CODE)
                .pattern(Pattern.compile("(" + String.join("|", words) + ")"));
    }

    /** Returns a list of codes of a vocabulary. */
    public static Field codes(String name, String vocabulary, String description, Object example) {
        return new Field(name, Shape.VALUES, ValueTypes.CODES, List.of(), description, example)
                .vocabulary(vocabulary)
                .nonNull();
    }

    /** Returns the alpha-2 code of a country. */
    public static Field country(String name, String description, Object example) {
        return code(name, ResourceSchema.COUNTRIES, description, example)
                .references(ResourceSchema.COUNTRIES, List.of("region", "subregion"));
    }

    /** Returns a list of alpha-2 codes of countries. */
    public static Field countries(String name, String description, Object example) {
        return country(name, description, example).shape(Shape.VALUES);
    }

    /** Returns a list of tokens, which are compared exactly. */
    public static Field tokens(String name, String description, Object example) {
        return new Field(name, Shape.VALUES, ValueTypes.TOKENS, List.of(), description, example).nonNull();
    }

    /**
     * Returns the id of a record of another resource.
     *
     * @param through the fields of the target that can be filtered by
     */
    public static Field reference(
            String name, String target, List<String> through, String description, Object example) {
        return value(name, ValueTypes.REFERENCE, description, example)
                .format("uuid")
                .references(target, through);
    }

    /**
     * Returns a list of ids of records of another resource.
     *
     * @param through the fields of the target that can be filtered by
     */
    public static Field references(
            String name, String target, List<String> through, String description, Object example) {
        return reference(name, target, through, description, example).shape(Shape.VALUES);
    }

    /** Returns the record's own id. */
    static Field id(String description, Object example) {
        return value("id", ValueTypes.ID, description, example).format("uuid").nonNull();
    }

    /** Returns an integer with inclusive bounds. */
    public static Field integer(String name, long min, long max, String description, Object example) {
        return value(name, ValueTypes.INTEGER, description, example).bounds(min, max);
    }

    /** Returns a decimal number with inclusive bounds. */
    public static Field decimal(String name, long min, long max, String description, Object example) {
        return value(name, ValueTypes.DECIMAL, description, example).bounds(min, max);
    }

    public static Field bool(String name, String description, Object example) {
        return value(name, ValueTypes.BOOLEAN, description, example);
    }

    /** Returns a date of any precision. */
    public static Field partialDate(String name, String description, Object example) {
        return value(name, ValueTypes.PARTIAL_DATE, description, example);
    }

    public static Field timestamp(String name, String description, Object example) {
        return value(name, ValueTypes.TIMESTAMP, description, example).format("date-time");
    }

    /** Returns an object of scalar fields; its parts are columns of the record's own table. */
    public static Field object(String name, String description, Field... parts) {
        return new Field(name, Shape.OBJECT, null, List.of(parts), description, null);
    }

    /** Returns a list of objects of scalar fields, stored in a table of its own. */
    public static Field objects(String name, String description, Field... parts) {
        return object(name, description, parts).shape(Shape.OBJECTS).nonNull();
    }

    /** Returns a long text in the three languages. */
    public static Field translated(String name, String description, String french, String arabic, String english) {
        return inThreeLanguages(Fields::prose, name, description, List.of(french, arabic, english));
    }

    /** Returns a name in the three languages, each compared as a name. */
    public static Field names(String name, String description, String french, String arabic, String english) {
        return inThreeLanguages(Fields::name, name, description, List.of(french, arabic, english));
    }

    /** Creates the field of one language. */
    private interface TextFieldFactory {
        Field field(String name, String description, Object example);
    }

    private static Field inThreeLanguages(
            TextFieldFactory factory, String name, String description, List<String> examples) {
        return object(
                        name,
                        description,
                        factory.field("fr", description + " In French.", examples.get(0)),
                        factory.field("ar", description + " In Arabic.", examples.get(1)),
                        factory.field("en", description + " In English.", examples.get(2)))
                .nonNull();
    }

    /** Returns a list of organisations, each with its name as published and the id of its partner, if it has one. */
    public static Field organisations(String name, String description, Field... additionalParts) {
        List<Field> parts = new ArrayList<>(organisationParts());
        parts.addAll(List.of(additionalParts));
        return objects(name, description, parts.toArray(Field[]::new));
    }

    /** Returns an organisation: its name as published and the id of its partner, if it has one. */
    public static Field organisation(String name, String description) {
        return object(name, description, organisationParts().toArray(Field[]::new));
    }

    /** Returns an amount of money; null if it is not disclosed. */
    public static Field amount(String name, String description) {
        return object(
                name,
                description,
                decimal("value", 0, 1_000_000_000_000_000L, "The sum, in whole units of the currency.", 12000000)
                        .nonNull()
                        .sortable(),
                currency("USD").nonNull(),
                code("qualifier", "amount_qualifiers", "How exactly the sum is known.", "exact")
                        .nonNull());
    }

    /** Returns the currency of the amounts beside it in an object; amounts are never summed across currencies. */
    public static Field currency(Object example) {
        return token(
                        "currency",
                        "The currency, an alphabetic code of ISO 4217 that is in use; /v1/meta lists them.",
                        example)
                .asCurrency()
                .groupingSums();
    }

    /** Returns a list of currency codes. */
    public static Field currencies(String name, String description, Object example) {
        return tokens(name, description, example).asCurrency();
    }

    /** Returns a geographic point, WGS 84. */
    public static Field point(String name, String description) {
        return object(
                name,
                description,
                decimal("lat", -90, 90, "Latitude in degrees.", 33.543).nonNull(),
                decimal("lon", -180, 180, "Longitude in degrees.", -7.641).nonNull());
    }

    /** Returns the ids of an organisation in external registries. */
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
                .nonNull();
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
                name("name", "Its name as published.", "Technopark Morocco").nonNull());
    }
}
