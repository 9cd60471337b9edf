package org.startupatlas.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.type.ValueType;
import org.startupatlas.schema.type.ValueTypes;

/**
 * Writes the columns of a resource's table as a Frictionless Table Schema (version 1). Partial dates and lists of
 * codes, for which it has no type, are strings.
 */
final class TableSchema {

    private static final String STRING = "string";

    private final ObjectNode schema;
    private final ArrayNode fields;
    private final ArrayNode foreignKeys;

    private TableSchema(ObjectMapper json) {
        this.schema = json.createObjectNode();
        this.fields = schema.putArray("fields");
        this.foreignKeys = json.createArrayNode();
    }

    static ObjectNode of(ResourceSchema schema, ObjectMapper json) {
        TableSchema table = new TableSchema(json);
        schema.fields().forEach(table::add);
        table.schema.put("primaryKey", "id");
        if (!table.foreignKeys.isEmpty()) {
            table.schema.set("foreignKeys", table.foreignKeys);
        }
        table.schema.putArray("missingValues").add("");
        return table.schema;
    }

    private void add(Field field) {
        switch (field.shape()) {
            case VALUE -> addValue(field.name(), field, field.isNonNull());
            case VALUES -> column(field.name(), STRING, field)
                    .put("description", field.description() + " Several are joined with semicolons.");
            case OBJECTS -> column(field.name(), "array", field);
            case OBJECT -> field.parts()
                    .forEach(part ->
                            addValue(field.name() + "." + part.name(), part, field.isNonNull() && part.isNonNull()));
        }
    }

    private void addValue(String name, Field field, boolean always) {
        ObjectNode column = column(name, type(field.type()), field);
        String format = format(field);
        if (format != null) {
            column.put("format", format);
        }
        if (always) {
            column.putObject("constraints").put("required", true);
        }
        if (field.target() != null) {
            addForeignKey(name, field.target());
        } else if (ResourceSchema.COUNTRIES.equals(field.vocabulary())) {
            addForeignKey(name, ResourceSchema.COUNTRIES);
        }
    }

    private ObjectNode column(String name, String type, Field field) {
        return fields.addObject().put("name", name).put("type", type).put("description", field.description());
    }

    private void addForeignKey(String column, String resource) {
        foreignKeys
                .addObject()
                .put("fields", column)
                .putObject("reference")
                .put("resource", resource)
                .put("fields", "id");
    }

    private static String type(ValueType<?> type) {
        if (type == ValueTypes.INTEGER) {
            return "integer";
        }
        if (type == ValueTypes.DECIMAL) {
            return "number";
        }
        if (type == ValueTypes.BOOLEAN) {
            return "boolean";
        }
        return type == ValueTypes.TIMESTAMP ? "datetime" : STRING;
    }

    private static String format(Field field) {
        if (field.type() == ValueTypes.TIMESTAMP) {
            return "any"; // RFC 3339 with milliseconds, which the default format does not have
        }
        if (field.type() == ValueTypes.ID || field.type() == ValueTypes.REFERENCE) {
            return "uuid";
        }
        return "uri".equals(field.format()) ? "uri" : null;
    }
}
