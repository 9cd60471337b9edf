package org.startupatlas.reconcile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.startupatlas.http.Limits;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.reconcile.entity.Descriptions;
import org.startupatlas.reconcile.entity.Entity;
import org.startupatlas.reconcile.entity.EntityReader;
import org.startupatlas.reconcile.entity.EntityTypes;
import org.startupatlas.reconcile.entity.EntityTypes.Named;
import org.startupatlas.reconcile.entity.Property;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/** Answers data extension queries: the values of properties of entities that are matched already. */
@Singleton
class DataExtension {

    static final String PARAMETER = "extend";

    private static final String LIMIT = "limit";

    private static final String CONTENT = "content";

    /** Codes instead of their labels. */
    private static final String CODES = "codes";

    private static final String LABELS = "labels";

    private static final String LANG = "lang";

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final EntityTypes types;
    private final EntityReader entities;
    private final Descriptions descriptions;

    DataExtension(EntityTypes types, EntityReader entities, Descriptions descriptions) {
        this.types = types;
        this.entities = entities;
        this.descriptions = descriptions;
    }

    /** A property that is asked for. */
    private record Column(String property, int limit, boolean isCodes, Language language) {}

    /** What a column is; a property that no type has is named by its id. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Meta(String id, String name, Named type) {}

    /** The values by entity and property, each with the one member that names its type. */
    record Extension(List<Meta> meta, Map<String, Map<String, List<Map<String, Object>>>> rows) {
        Extension {
            meta = List.copyOf(meta);
        }
    }

    /** Adds the settings of properties to the manifest. */
    static void addSettings(ArrayNode settings) {
        settings.addObject()
                .put("name", LIMIT)
                .put("label", "Limit")
                .put("type", "number")
                .put("default", 0)
                .put("help_text", "Maximum number of values for each record; 0 for no maximum");
        ObjectNode content = settings.addObject()
                .put("name", CONTENT)
                .put("label", "Content")
                .put("type", "select")
                .put("default", LABELS)
                .put("help_text", "How values of closed lists are written");
        content.putArray("choices").addObject().put("value", LABELS).put("name", "Labels");
        content.withArray("/choices").addObject().put("value", CODES).put("name", "Codes");
        ObjectNode language = settings.addObject()
                .put("name", LANG)
                .put("label", "Language")
                .put("type", "select")
                .put("default", Language.EN.code())
                .put("help_text", "The language of labels and texts");
        for (Language each : Language.values()) {
            language.withArray("/choices")
                    .addObject()
                    .put("value", each.code())
                    .put("name", each.locale().getDisplayLanguage(each.locale()));
        }
    }

    /**
     * Answers a query.
     *
     * @throws RejectedException if it is malformed
     */
    Extension extend(String text, Language language) {
        JsonParameter json = JsonParameter.read(PARAMETER, text);
        List<String> ids = ids(json);
        List<Column> columns = columns(json, language);
        json.rejectIfInvalid();
        Map<String, Entity> found = entities.ofIds(ids);
        Map<Entity.Key, Entity> referenced = entities.read(references(columns, found));
        Map<String, Map<String, List<Map<String, Object>>>> rows = new LinkedHashMap<>();
        for (String id : ids) {
            Map<String, List<Map<String, Object>>> row = new LinkedHashMap<>();
            columns.forEach(column -> row.put(
                    column.property(),
                    Optional.ofNullable(found.get(id))
                            .map(entity -> cells(column, entity, referenced))
                            .orElse(List.of())));
            rows.put(id, row);
        }
        return new Extension(columns.stream().map(this::meta).toList(), rows);
    }

    private static List<String> ids(JsonParameter json) {
        JsonPointer root = JsonPointer.empty();
        require(json, "ids");
        List<String> ids = new ArrayList<>();
        for (JsonNode id : json.list(json.object(), root, "ids", Limits.MAX_EXTENDED)) {
            if (id.isTextual()) {
                ids.add(id.textValue());
            } else {
                json.reject(root.appendProperty("ids").appendIndex(ids.size()), "not-a-text");
            }
        }
        return ids;
    }

    private static void require(JsonParameter json, String member) {
        if (!json.object().has(member)) {
            json.reject(JsonPointer.empty().appendProperty(member), "required");
        }
    }

    private static List<Column> columns(JsonParameter json, Language language) {
        require(json, "properties");
        JsonPointer list = JsonPointer.empty().appendProperty("properties");
        List<JsonNode> properties = json.list(json.object(), JsonPointer.empty(), "properties", Limits.MAX_EXTENDED_BY);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < properties.size(); i++) {
            JsonPointer at = list.appendIndex(i);
            String id = json.text(properties.get(i), at, "id");
            if (id == null) {
                json.reject(at.appendProperty("id"), "required");
            } else {
                JsonNode settings = properties.get(i).path("settings");
                columns.add(new Column(
                        id,
                        limit(json, at, settings),
                        CODES.equals(settings.path(CONTENT).asText()),
                        Language.ofCode(settings.path(LANG).asText()).orElse(language)));
            }
        }
        return columns;
    }

    /** Returns the setting, which OpenRefine sends as a text. */
    private static int limit(JsonParameter json, JsonPointer at, JsonNode settings) {
        String limit = settings.path(LIMIT).asText("0");
        if (limit.matches("\\d{1,9}")) {
            return Integer.parseInt(limit);
        }
        if (!limit.isEmpty()) {
            json.reject(
                    at.appendProperty("settings").appendProperty(LIMIT),
                    "out-of-range",
                    limit,
                    "0",
                    String.valueOf(Integer.MAX_VALUE));
        }
        return 0;
    }

    private Set<Entity.Key> references(List<Column> columns, Map<String, Entity> found) {
        Set<Entity.Key> keys = new LinkedHashSet<>();
        for (Column column : columns) {
            for (Entity entity : found.values()) {
                types.property(entity.schema(), column.property())
                        .filter(Property::isReference)
                        .ifPresent(property ->
                                property.values(entity.record()).forEach(value -> keys.add(key(property, value))));
            }
        }
        return keys;
    }

    private Entity.Key key(Property property, JsonNode value) {
        ResourceSchema target = types.find(property.field().target()).orElseThrow();
        return new Entity.Key(target, value.asText());
    }

    private List<Map<String, Object>> cells(Column column, Entity entity, Map<Entity.Key, Entity> referenced) {
        Optional<Property> property = types.property(entity.schema(), column.property());
        return property.stream()
                .flatMap(known -> known.values(entity.record()).stream()
                        .map(value -> cell(column, known, value, referenced))
                        .filter(Objects::nonNull))
                .limit(column.limit() == 0 ? Integer.MAX_VALUE : column.limit())
                .toList();
    }

    private Map<String, Object> cell(
            Column column, Property property, JsonNode value, Map<Entity.Key, Entity> referenced) {
        if (property.isReference()) {
            Entity target = referenced.get(key(property, value));
            return target == null ? null : entity(target.id(), target.name());
        }
        if (property.field().isTranslated()) {
            String text = Descriptions.inLanguage(value, column.language());
            return text == null ? null : Map.of("str", text);
        }
        String vocabulary = property.field().vocabulary();
        if (vocabulary != null) {
            String label = column.isCodes() ? value.asText() : descriptions.label(vocabulary, value, column.language());
            return vocabulary.equals(ResourceSchema.COUNTRIES) ? entity(value.asText(), label) : Map.of("str", label);
        }
        if (value.isIntegralNumber()) {
            return Map.of("int", value.numberValue());
        }
        if (value.isNumber()) {
            return Map.of("float", value.numberValue());
        }
        return DAY.matcher(value.asText()).matches()
                ? Map.of("date", value.asText() + "T00:00:00Z")
                : Map.of("str", value.asText());
    }

    private static Map<String, Object> entity(String id, String name) {
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put("id", id);
        entity.put("name", name);
        return entity;
    }

    private Meta meta(Column column) {
        Optional<Property> property = types.properties().stream()
                .filter(each -> each.id().equals(column.property()))
                .findFirst();
        Named type = property.map(Property::valueType)
                .flatMap(types::find)
                .map(target -> EntityTypes.named(target, column.language()))
                .orElse(null);
        String name = property.map(each -> each.name(column.language())).orElse(column.property());
        return new Meta(column.property(), name, type);
    }
}
