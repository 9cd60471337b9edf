package org.startupatlas.reconcile.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.startupatlas.schema.ResourceSchema;

/** A record, as an entity of the service. */
public record Entity(ResourceSchema schema, ObjectNode record) {

    private static final String ACRONYM = "acronym";

    /** Other names that may be acronyms although the record does not say so. */
    private static final Pattern CAPITALS = Pattern.compile("[\\p{Lu}\\p{Nd}]{2,5}");

    /** The id of an entity with its type, by which entities are read. */
    public record Key(ResourceSchema schema, String id) {}

    /**
     * A name of an entity.
     *
     * @param isMain whether it is the name of the record
     * @param isAcronym whether it is an acronym, which many entities may share
     */
    public record Name(String text, boolean isMain, boolean isAcronym) {}

    public Key key() {
        return new Key(schema, id());
    }

    public String id() {
        return record.get("id").textValue();
    }

    public String slug() {
        return record.get("slug").textValue();
    }

    /** Returns the name; the slug of a record without one. */
    public String name() {
        return record.path("name").asText(slug());
    }

    /** Returns all names, the main one first. */
    public List<Name> names() {
        List<Name> names = new ArrayList<>();
        names.add(new Name(name(), true, false));
        for (JsonNode other : record.path("other_names")) {
            String text = other.path("name").asText();
            boolean isAcronym = other.path("kind").asText().equals(ACRONYM)
                    || CAPITALS.matcher(text).matches();
            names.add(new Name(text, false, isAcronym));
        }
        for (JsonNode translated : record.path("names")) {
            if (translated.isTextual()) {
                names.add(new Name(translated.textValue(), false, false));
            }
        }
        return names;
    }
}
