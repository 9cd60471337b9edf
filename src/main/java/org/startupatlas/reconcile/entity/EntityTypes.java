package org.startupatlas.reconcile.entity;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startupatlas.schema.FieldLabels;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** The types of entities and their properties: all resources except the vocabularies, whose codes are values. */
@Singleton
public final class EntityTypes {

    /** The types that most spreadsheets are about. */
    private static final List<String> DEFAULT = List.of("startups", "programs", "partners");

    private final List<ResourceSchema> types;
    private final Map<ResourceSchema, Map<String, Property>> properties = new LinkedHashMap<>();

    EntityTypes(SchemaRegistry registry) {
        this.types = registry.schemas().stream()
                .filter(schema -> !schema.resource().equals(ResourceSchema.VOCABULARIES))
                .toList();
        for (ResourceSchema type : types) {
            Map<String, Property> ofType = new LinkedHashMap<>();
            Property.of(type).forEach(property -> ofType.put(property.id(), property));
            properties.put(type, ofType);
        }
    }

    /** A type or a property: what clients send, and what people read. */
    public record Named(String id, String name) {}

    public List<ResourceSchema> all() {
        return types;
    }

    public Optional<ResourceSchema> find(String id) {
        return types.stream().filter(type -> type.resource().equals(id)).findFirst();
    }

    public List<Property> properties(ResourceSchema type) {
        return List.copyOf(properties.get(type).values());
    }

    /** Returns the properties of all types; those of one id mean the same, and the first of them comes. */
    public List<Property> properties() {
        Map<String, Property> all = new LinkedHashMap<>();
        properties.values().forEach(ofType -> ofType.forEach(all::putIfAbsent));
        return List.copyOf(all.values());
    }

    /** Returns a property of a type; empty if the type does not have it. */
    public Optional<Property> property(ResourceSchema type, String id) {
        return Optional.ofNullable(properties.get(type).get(id));
    }

    public List<Named> defaults(Language language) {
        return types.stream()
                .filter(type -> DEFAULT.contains(type.resource()))
                .map(type -> named(type, language))
                .toList();
    }

    public static Named named(ResourceSchema type, Language language) {
        return new Named(type.resource(), FieldLabels.of(language).label(type.resource(), type.resource()));
    }
}
