package org.startupatlas.reconcile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.startupatlas.http.Limits;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.reconcile.entity.EntityTypes;
import org.startupatlas.reconcile.match.ReconcileQuery;
import org.startupatlas.reconcile.match.ReconcileQuery.Hint;
import org.startupatlas.reconcile.match.ReconcileQuery.Value;
import org.startupatlas.schema.ResourceSchema;

/** Parses batches of queries as the specification has them. */
@Singleton
class QueryBatchParser {

    static final String PARAMETER = "queries";

    private static final int DEFAULT_LIMIT = 5;

    /** Characters of a value; longer ones are no values of fields that tell records apart. */
    private static final int MAX_VALUE_LENGTH = 300;

    private static final Set<String> MEMBERS = Set.of("query", "type", "limit", "properties", "type_strict");

    private static final List<String> STRICTNESS = List.of("any", "should", "all");

    private final EntityTypes types;

    QueryBatchParser(EntityTypes types) {
        this.types = types;
    }

    /**
     * Parses a batch.
     *
     * @throws RejectedException 413 if it has too many queries, 400 if something else is wrong
     */
    List<ReconcileQuery> read(String text) {
        JsonParameter json = JsonParameter.read(PARAMETER, text);
        if (json.object().size() > Limits.MAX_RECONCILED) {
            throw RejectedException.of(
                    ProblemKind.PAYLOAD_TOO_LARGE,
                    Violation.of(PARAMETER, "too-many", String.valueOf(Limits.MAX_RECONCILED)));
        }
        List<ReconcileQuery> queries = new ArrayList<>();
        json.object().properties().forEach(each -> {
            JsonPointer at = JsonPointer.empty().appendProperty(each.getKey());
            if (each.getValue().isObject()) {
                queries.add(query(json, at, each.getKey(), each.getValue()));
            } else {
                json.reject(at, "wrong-type", "object");
            }
        });
        json.rejectIfInvalid();
        return queries;
    }

    private ReconcileQuery query(JsonParameter json, JsonPointer at, String key, JsonNode query) {
        json.rejectUnknown(query, at, MEMBERS);
        String text = json.text(query, at, "query");
        List<Hint> hints = hints(json, at, query);
        if (!query.has("query") && hints.isEmpty()) {
            json.reject(at.appendProperty("query"), "required");
        }
        return new ReconcileQuery(key, text, types(json, at, query), limit(json, at, query), hints);
    }

    /**
     * Returns the types that are asked for, all of them by default. An entity has one type, so none has all of several;
     * a type that the service does not have has no entities.
     */
    private List<ResourceSchema> types(JsonParameter json, JsonPointer at, JsonNode query) {
        String strictness = json.text(query, at, "type_strict");
        if (strictness != null && !STRICTNESS.contains(strictness)) {
            json.reject(at.appendProperty("type_strict"), "unknown-value", strictness, String.join(", ", STRICTNESS));
        }
        JsonNode type = query.path("type");
        if (type.isMissingNode()) {
            return types.all();
        }
        Set<String> ids = new LinkedHashSet<>();
        if (type.isTextual()) {
            ids.add(type.textValue());
        } else {
            json.list(query, at, "type", Limits.MAX_HINT_VALUES).forEach(id -> ids.add(id.asText()));
        }
        return "all".equals(strictness) && ids.size() > 1
                ? List.of()
                : types.all().stream()
                        .filter(each -> ids.contains(each.resource()))
                        .toList();
    }

    private static int limit(JsonParameter json, JsonPointer at, JsonNode query) {
        JsonNode limit = query.path("limit");
        if (limit.isMissingNode()) {
            return DEFAULT_LIMIT;
        }
        if (!limit.isNumber() || limit.doubleValue() < 1 || limit.doubleValue() > Limits.MAX_CANDIDATES) {
            json.reject(
                    at.appendProperty("limit"),
                    "out-of-range",
                    limit.asText(),
                    "1",
                    String.valueOf(Limits.MAX_CANDIDATES));
            return DEFAULT_LIMIT;
        }
        return limit.intValue();
    }

    private static List<Hint> hints(JsonParameter json, JsonPointer at, JsonNode query) {
        List<Hint> hints = new ArrayList<>();
        JsonPointer list = at.appendProperty("properties");
        List<JsonNode> properties = json.list(query, at, "properties", Limits.MAX_HINTS);
        for (int i = 0; i < properties.size(); i++) {
            JsonNode property = properties.get(i);
            JsonPointer place = list.appendIndex(i);
            String id = json.text(property, place, "pid");
            if (!property.has("pid") || !property.has("v")) {
                json.reject(place.appendProperty(property.has("pid") ? "v" : "pid"), "required");
            } else if (id != null) {
                hints.add(new Hint(id, values(json, place, property)));
            }
        }
        return hints;
    }

    private static List<Value> values(JsonParameter json, JsonPointer at, JsonNode property) {
        JsonNode given = property.get("v");
        List<JsonNode> each = given.isArray() ? json.list(property, at, "v", Limits.MAX_HINT_VALUES) : List.of(given);
        List<Value> values = new ArrayList<>();
        for (JsonNode value : each) {
            if (value.isObject() && value.path("id").isTextual()) {
                String id = value.get("id").textValue();
                values.add(new Value(id, value.path("name").asText(id)));
            } else if (value.isTextual() || value.isNumber() || value.isBoolean()) {
                values.add(new Value(null, value.asText().strip()));
            } else if (!value.isNull()) {
                json.reject(at.appendProperty("v"), "wrong-type", "string, number, boolean, object");
            }
        }
        return values.stream()
                .filter(value -> !value.text().isEmpty() && value.text().length() <= MAX_VALUE_LENGTH)
                .toList();
    }
}
