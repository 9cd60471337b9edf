package org.startupatlas.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.schema.relation.Relation;
import org.startupatlas.schema.relation.RelationFacet;
import org.startupatlas.schema.relation.RelationSum;
import org.startupatlas.schema.type.ValueTypes;

/**
 * The schema of a resource: its fields in the order of its JSON, its relations, and the queries it supports. The query
 * parsers, {@code /v1/meta}, the 400 responses and the OpenAPI document are derived from it.
 */
public final class ResourceSchema {

    /** The resource of countries, whose ids are the alpha-2 codes. */
    public static final String COUNTRIES = "countries";

    /** The resource of closed lists of codes, whose ids are the names of the lists. */
    public static final String VOCABULARIES = "vocabularies";

    /** The name in {@code expand} of the number of records in each relation. */
    public static final String COUNTS = "counts";

    /** The field with the ids of an organisation in external registries. */
    public static final String EXTERNAL_IDS = "external_ids";

    /** The length of the columns that hold such ids, in the change log and in referring tables. */
    private static final int MAX_ID_LENGTH = 64;

    private final String resource;
    private final String table;
    private final String singular;
    private final String description;
    private final Class<? extends Record> recordType;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Set<String> serverFields = new LinkedHashSet<>();
    private final Map<String, Relation> relations = new LinkedHashMap<>();
    private final List<RelationSum> sums = new ArrayList<>();
    private final List<RelationFacet> facets = new ArrayList<>();
    private final List<DerivedField> derivedFields = new ArrayList<>();
    private Field point;
    private String owner;
    private boolean importedByOwners;
    private boolean organisations;
    private List<String> naturalKey = List.of();
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
     * Creates the schema of a resource whose ids are UUIDs.
     *
     * @param resource the name in URLs, plural
     * @param table the SQL table
     * @param singular the English noun for one record, used in prose
     * @param description one sentence for the documentation
     * @param recordType the Java record that is serialized as its JSON
     */
    public static ResourceSchema of(
            String resource, String table, String singular, String description, Class<? extends Record> recordType) {
        return new ResourceSchema(resource, table, singular, description, recordType)
                .field(Fields.id("The record's id, a UUIDv7.", "019dadd7-e400-7000-8000-000000000001"));
    }

    /** Creates the schema of a resource whose ids are codes, equal to its slugs. */
    public static ResourceSchema withCodeIds(
            String resource,
            String table,
            String singular,
            String description,
            Class<? extends Record> recordType,
            String example) {
        return new ResourceSchema(resource, table, singular, description, recordType)
                .field(Fields.token("id", "The record's id, the same as its slug.", example)
                        .maxLength(MAX_ID_LENGTH)
                        .nonNull());
    }

    public ResourceSchema field(Field field) {
        if (fields.put(field.name(), field) != null) {
            throw new IllegalArgumentException(resource + " declares " + field.name() + " twice");
        }
        point = point == null && field.isPoint() ? field : point;
        if (field.isManaged() || field.name().equals("id")) {
            serverFields.add(field.name());
        }
        return this;
    }

    public ResourceSchema fields(List<Field> added) {
        added.forEach(this::field);
        return this;
    }

    public ResourceSchema relation(Relation relation) {
        if (relations.put(relation.name(), relation) != null) {
            throw new IllegalArgumentException(resource + " declares " + relation.name() + " twice");
        }
        return this;
    }

    public ResourceSchema sums(RelationSum sum) {
        sums.add(sum);
        return this;
    }

    public ResourceSchema facet(RelationFacet facet) {
        facets.add(facet);
        return this;
    }

    public ResourceSchema derivedField(DerivedField derivedField) {
        derivedFields.add(derivedField);
        return this;
    }

    /** Declares that the records belong to the partner at that dotted path, whose key may write them. */
    public ResourceSchema ownedBy(String path) {
        owner = path;
        return this;
    }

    /** Declares that contributors may import the records that belong to their partner. */
    public ResourceSchema importedByOwners() {
        importedByOwners = true;
        return this;
    }

    /** Declares that the records are organisations, which adds JSON-LD for search engines. */
    public ResourceSchema organisations() {
        organisations = true;
        return this;
    }

    /**
     * Declares scalar fields that identify a record together: when a merge makes two records agree in all of them,
     * these are merged too.
     */
    public ResourceSchema naturalKey(String... fieldNames) {
        naturalKey = List.of(fieldNames);
        return this;
    }

    /** Returns the dotted path to the partner that a record belongs to; empty if records have no owner. */
    public Optional<String> owner() {
        return Optional.ofNullable(owner);
    }

    /** Returns whether contributors may import the records that belong to their partner. */
    public boolean isImportedByOwners() {
        return importedByOwners;
    }

    public boolean hasOrganisations() {
        return organisations;
    }

    /** Returns whether records of other resources belong to these: each of these is its own owner. */
    public boolean isOwner() {
        return "id".equals(owner);
    }

    /** Returns the fields that identify a record together; empty if there are none. */
    public List<String> naturalKey() {
        return naturalKey;
    }

    /** Returns the name in URLs, plural. */
    public String resource() {
        return resource;
    }

    public String table() {
        return table;
    }

    /** Returns the English noun for one record, used in prose. */
    public String singular() {
        return singular;
    }

    public String description() {
        return description;
    }

    /** Returns the Java record that is serialized as the JSON. */
    public Class<? extends Record> recordType() {
        return recordType;
    }

    /**
     * Returns a hash that changes when a field is added, removed or changes its type, because the bytes of the same
     * record then change too, and the search index may.
     */
    public String fingerprint() {
        if (fingerprint == null) {
            fingerprint = Fingerprint.of(shapeOf(fields.values()));
        }
        return fingerprint;
    }

    private static String shapeOf(Collection<Field> fields) {
        return fields.stream()
                .map(field -> field.name()
                        + field.shape()
                        + field.type()
                        + field.format()
                        + field.vocabulary()
                        + shapeOf(field.parts()))
                .collect(Collectors.joining(","));
    }

    /** Returns the fields in the order of the JSON. */
    public List<Field> fields() {
        return List.copyOf(fields.values());
    }

    /** Returns the names that {@code fields} accepts: the fields, and the parts of objects by their dotted names. */
    public List<String> selectable() {
        return fields.values().stream()
                .flatMap(field -> Stream.concat(
                        Stream.of(field.name()),
                        field.shape() == Field.Shape.OBJECT
                                ? field.parts().stream().map(part -> field.name() + "." + part.name())
                                : Stream.of()))
                .toList();
    }

    /** Returns the names of the fields that the server sets: the id, and those that it sets with each write. */
    public Set<String> serverFields() {
        return Collections.unmodifiableSet(serverFields);
    }

    public Optional<Field> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Returns the fields with the ids of its records in external registries; empty if there are none. */
    public List<Field> externalIdFields() {
        return field(EXTERNAL_IDS).map(Field::parts).orElse(List.of());
    }

    /** Returns the column that holds the id in an external registry. */
    public String externalIdColumn(Field field) {
        return EXTERNAL_IDS + "_" + field.name();
    }

    /** Returns the relations in the order of declaration. */
    public List<Relation> relations() {
        return List.copyOf(relations.values());
    }

    public Optional<Relation> relation(String name) {
        return Optional.ofNullable(relations.get(name));
    }

    /** Returns the sums that {@code expand} can request. */
    public List<RelationSum> sums() {
        return List.copyOf(sums);
    }

    /** Returns the facets of related records that {@code expand} can request. */
    public List<RelationFacet> facets() {
        return List.copyOf(facets);
    }

    /** Returns the derived fields that {@code expand} can request. */
    public List<DerivedField> derivedFields() {
        return List.copyOf(derivedFields);
    }

    public Optional<DerivedField> derivedField(String name) {
        return derivedFields.stream()
                .filter(derivedField -> derivedField.name().equals(name))
                .findFirst();
    }

    /** Returns the field with the geographic point of a record, if the resource has one. */
    public Optional<Field> point() {
        return Optional.ofNullable(point);
    }

    /** Returns the table of a field with several values. */
    String tableOf(Field field) {
        return table + "_" + field.name();
    }

    /** Returns whether ids are codes rather than UUIDs. */
    public boolean hasCodeIds() {
        return fields.get("id").type() == ValueTypes.TOKEN;
    }

    /** Returns an id in the type of its column: the code itself, or a UUID. */
    public Object id(String text) {
        return hasCodeIds() ? text : UUID.fromString(text);
    }

    /** Returns the main columns of an object's parts; the object has a value if one of them has. */
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
