package org.startupatlas.reconcile.entity;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startupatlas.query.lookup.FormerSlugRepository;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.type.ValueTypes;

/** Reads entities by their ids. The number of SQL statements does not depend on the number of ids. */
@Singleton
public final class EntityReader {

    private final EntityTypes types;
    private final RecordLookup records;
    private final FormerSlugRepository formerSlugs;
    private final ObjectMapper json;

    EntityReader(EntityTypes types, RecordLookup records, FormerSlugRepository formerSlugs, ObjectMapper json) {
        this.types = types;
        this.records = records;
        this.formerSlugs = formerSlugs;
        this.json = json;
    }

    /** Returns the existing entities among these, in their order. */
    public Map<Entity.Key, Entity> read(Collection<Entity.Key> keys) {
        Map<ResourceSchema, List<Object>> ids = new LinkedHashMap<>();
        keys.forEach(key -> ids.computeIfAbsent(key.schema(), none -> new ArrayList<>())
                .add(key.schema().id(key.id())));
        Map<Entity.Key, Entity> found = new HashMap<>();
        ids.forEach((schema, ofType) -> records.find(schema, ofType).forEach(stored -> {
            Entity entity = new Entity(schema, RecordJson.read(json, stored.json()));
            found.put(entity.key(), entity);
        }));
        Map<Entity.Key, Entity> inOrder = new LinkedHashMap<>();
        keys.stream().filter(found::containsKey).forEach(key -> inOrder.put(key, found.get(key)));
        return inOrder;
    }

    /**
     * Returns the existing entities of any type with these ids, by id. The id of a record that was merged into another
     * leads to that. It takes one statement for each type with codes, as every text may be a code, and for each other type
     * if a text is a UUID; UUIDs of no record take at most two more for each type.
     */
    public Map<String, Entity> ofIds(Collection<String> ids) {
        Map<String, Entity> found = new HashMap<>();
        for (ResourceSchema schema : types.all()) {
            Map<String, Entity.Key> keys = new LinkedHashMap<>();
            ids.stream().filter(id -> !found.containsKey(id)).forEach(id -> key(schema, id)
                    .ifPresent(key -> keys.put(id, key)));
            Map<Entity.Key, Entity> read = read(keys.values());
            keys.entrySet().stream()
                    .filter(each -> read.containsKey(each.getValue()))
                    .forEach(each -> found.put(each.getKey(), read.get(each.getValue())));
        }
        List<String> others = ids.stream()
                .filter(id -> ValueTypes.isUuid(id) && !found.containsKey(id))
                .toList();
        if (!others.isEmpty()) {
            types.all().forEach(schema -> found.putAll(survivors(schema, others)));
        }
        return found;
    }

    public Optional<Entity> ofId(String id) {
        return Optional.ofNullable(ofIds(List.of(id)).get(id));
    }

    private Map<String, Entity> survivors(ResourceSchema schema, List<String> ids) {
        Map<String, Entity.Key> keys = new LinkedHashMap<>();
        formerSlugs.find(schema, ids).forEach((id, former) -> former.current()
                .ifPresent(current -> keys.put(id, new Entity.Key(schema, current.id()))));
        Map<Entity.Key, Entity> read = read(keys.values());
        Map<String, Entity> survivors = new HashMap<>();
        keys.forEach((id, key) -> Optional.ofNullable(read.get(key)).ifPresent(entity -> survivors.put(id, entity)));
        return survivors;
    }

    /** Returns the key of an id in the form that the type has; empty if the type cannot have it. */
    private static Optional<Entity.Key> key(ResourceSchema schema, String id) {
        if (schema.hasCodeIds()) {
            return ValueTypes.isUuid(id) || id.indexOf('\0') >= 0
                    ? Optional.empty()
                    : Optional.of(new Entity.Key(schema, id));
        }
        return ValueTypes.ID.read(id).map(uuid -> new Entity.Key(schema, uuid.toString()));
    }
}
