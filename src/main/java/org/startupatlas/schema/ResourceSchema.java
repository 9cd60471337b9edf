package org.startupatlas.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.schema.type.ValueTypes;

/**
 * A resource, declared once: its fields in the order of its JSON, its relations, what may be asked of it. The query
 * grammar, {@code /v1/meta}, every 400 and the OpenAPI document come from here.
 */
public final class ResourceSchema {

    /** The resource whose records are countries; their ids are the alpha-2 codes. */
    public static final String COUNTRIES = "countries";

    /** What {@code expand} calls the number of records in each relation. */
    public static final String COUNTS = "counts";

    /** The field that tells what other registers call an organisation. */
    public static final String EXTERNAL_IDS = "external_ids";

    /** The log, and what names such a record, keep ids of so many characters. */
    private static final int LONGEST_WORD = 64;

    private final String resource;
    private final String table;
    private final String singular;
    private final String description;
    private final Class<? extends Record> recordType;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Relation> relations = new LinkedHashMap<>();
    private final List<RelationSum> totals = new ArrayList<>();
    private final List<DerivedField> derivations = new ArrayList<>();
    private Field point;
    private String owner;
    private boolean importedByOwners;
    private boolean organisations;
    private List<String> onlyOnce = List.of();
    private volatile String fingerprint;

    private ResourceSchema(
            String resource, String table, String singular, String description, Class<? extends Record> recordType) {
        this.resource = resource;
        this.table = table;
        this.singular = singular;
        this.description = description;
        this.recordType = recordType;
    }

    /**
     * Begins the declaration of a resource whose ids are UUIDs.
     *
     * @param resource the path word, plural
     * @param table the SQL table
     * @param singular one of them, in English prose
     * @param description one sentence for the documentation
     * @param recordType the record that its JSON is written from
     */
    public static ResourceSchema of(
            String resource, String table, String singular, String description, Class<? extends Record> recordType) {
        return new ResourceSchema(resource, table, singular, description, recordType)
                .field(Fields.id("The record's id, a UUIDv7.", "019dadd7-e400-7000-8000-000000000001"));
    }

    /** Begins the declaration of a resource whose ids are words: the same as its slugs. */
    public static ResourceSchema withWordsAsIds(
            String resource,
            String table,
            String singular,
            String description,
            Class<? extends Record> recordType,
            String example) {
        return new ResourceSchema(resource, table, singular, description, recordType)
                .field(Fields.token("id", "The record's id, the same as its slug.", example)
                        .longest(LONGEST_WORD)
                        .always());
    }

    /** Adds a field. */
    public ResourceSchema field(Field field) {
        if (fields.put(field.name(), field) != null) {
            throw new IllegalArgumentException(resource + " declares " + field.name() + " twice");
        }
        point = point == null && field.isPoint() ? field : point;
        return this;
    }

    /** Adds several fields. */
    public ResourceSchema fields(List<Field> more) {
        more.forEach(this::field);
        return this;
    }

    /** Adds a relation. */
    public ResourceSchema relation(Relation relation) {
        if (relations.put(relation.name(), relation) != null) {
            throw new IllegalArgumentException(resource + " declares " + relation.name() + " twice");
        }
        return this;
    }

    /** Adds sums over a relation. */
    public ResourceSchema totals(RelationSum sums) {
        totals.add(sums);
        return this;
    }

    /** Adds what follows from a record's own values. */
    public ResourceSchema derivation(DerivedField derivation) {
        derivations.add(derivation);
        return this;
    }

    /** The records belong to the partner at that dotted path, whose key may write them. */
    public ResourceSchema ownedBy(String path) {
        owner = path;
        return this;
    }

    /** Contributors may import the records that belong to their partner. */
    public ResourceSchema importedByOwners() {
        importedByOwners = true;
        return this;
    }

    /** The records are organisations, which search engines know as such. */
    public ResourceSchema organisations() {
        organisations = true;
        return this;
    }

    /** Two records with the same values in these plain fields are one when what they name has become one. */
    public ResourceSchema onlyOnce(String... fieldNames) {
        onlyOnce = List.of(fieldNames);
        return this;
    }

    /** The dotted path to the partner that a record belongs to; empty where records belong to nobody. */
    public Optional<String> owner() {
        return Optional.ofNullable(owner);
    }

    /** Whether contributors may import the records that belong to their partner. */
    public boolean isImportedByOwners() {
        return importedByOwners;
    }

    /** Whether the records are organisations. */
    public boolean hasOrganisations() {
        return organisations;
    }

    /** Whether other records belong to these: they belong to themselves. */
    public boolean isOwner() {
        return "id".equals(owner);
    }

    /** The fields whose values no two records share for good; none where they may. */
    public List<String> onlyOnce() {
        return onlyOnce;
    }

    /** The path word. */
    public String resource() {
        return resource;
    }

    /** The SQL table. */
    public String table() {
        return table;
    }

    /** One record of it, in English prose. */
    public String singular() {
        return singular;
    }

    /** One sentence for the documentation. */
    public String description() {
        return description;
    }

    /** The record that its JSON is written from. */
    public Class<? extends Record> recordType() {
        return recordType;
    }

    /** Changes whenever a field comes, goes or changes its type: then the same record has other bytes. */
    public String fingerprint() {
        if (fingerprint == null) {
            fingerprint = Fingerprint.of(shapeOf(fields.values()));
        }
        return fingerprint;
    }

    private static String shapeOf(Collection<Field> fields) {
        return fields.stream()
                .map(field -> field.name() + field.shape() + field.type() + shapeOf(field.parts()))
                .collect(Collectors.joining(","));
    }

    /** The fields, in the order of the JSON. */
    public List<Field> fields() {
        return List.copyOf(fields.values());
    }

    /** What {@code fields} can name: the fields, and the parts of single objects behind a dot. */
    public List<String> selectable() {
        return fields.values().stream()
                .flatMap(field -> Stream.concat(
                        Stream.of(field.name()),
                        field.shape() == Field.Shape.OBJECT
                                ? field.parts().stream().map(part -> field.name() + "." + part.name())
                                : Stream.of()))
                .toList();
    }

    /** The field of that name, if there is one. */
    public Optional<Field> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The registers that call its records something too; none where none do. */
    public List<Field> registers() {
        return field(EXTERNAL_IDS).map(Field::parts).orElse(List.of());
    }

    /** The column with what a register calls a record. */
    public String registerColumn(Field register) {
        return EXTERNAL_IDS + "_" + register.name();
    }

    /** The relations, in the order of declaration. */
    public List<Relation> relations() {
        return List.copyOf(relations.values());
    }

    /** The relation of that name, if there is one. */
    public Optional<Relation> relation(String name) {
        return Optional.ofNullable(relations.get(name));
    }

    /** The sums that can be expanded. */
    public List<RelationSum> totals() {
        return List.copyOf(totals);
    }

    /** What follows from a record's own values, and can be expanded. */
    public List<DerivedField> derivations() {
        return List.copyOf(derivations);
    }

    /** The derivation of that name, if there is one. */
    public Optional<DerivedField> derivation(String name) {
        return derivations.stream()
                .filter(derivation -> derivation.name().equals(name))
                .findFirst();
    }

    /** The place on earth of its records, if they have one. */
    public Optional<Field> point() {
        return Optional.ofNullable(point);
    }

    /** The table of a field that holds several values. */
    String tableOf(Field field) {
        return table + "_" + field.name();
    }

    /** Whether ids are words rather than UUIDs. */
    public boolean hasWordsAsIds() {
        return fields.get("id").type() == ValueTypes.TOKEN;
    }

    /** The columns of an object, one of which has a value when the object has. */
    public static List<String> columnsOf(Field field) {
        return field.parts().stream()
                .map(part -> part.type().mainColumn(field.name() + "_" + part.name()))
                .toList();
    }

    @Override
    public String toString() {
        return resource;
    }
}
