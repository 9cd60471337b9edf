package org.startupatlas.openapi.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;

/** Builds examples of responses from the examples of the fields. */
public final class Examples {

    private Examples() {}

    /**
     * Returns an object of alternating keys and values. The order is kept, so that every build writes the same bytes.
     */
    public static Map<String, Object> of(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }

    /**
     * Returns a named example of a response or a request body. Generated clients repeat unnamed examples as comments.
     */
    public static Example value(Object example) {
        return OASFactory.createExample().value(example);
    }

    /** Returns an example of a whole record. */
    public static Map<String, Object> record(ResourceSchema schema) {
        return object(schema.fields());
    }

    /** Returns an example of a page with one record. */
    public static Map<String, Object> list(ResourceSchema schema) {
        return of(
                "data",
                List.of(withoutLists(record(schema))),
                "page",
                of("limit", 1, "has_more", true, "next_cursor", "WyJkSEtZZFk4YmVqenIiLDYxMywid01BIl0"),
                "meta",
                of("revision", 613, "license", "CC-BY-4.0"));
    }

    /** Returns the record without its lists; the example of the record already shows their elements. */
    private static Map<String, Object> withoutLists(Map<String, Object> record) {
        record.replaceAll((name, value) -> value instanceof List ? List.of() : value);
        return record;
    }

    private static Map<String, Object> object(List<Field> fields) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Field field : fields) {
            object.put(field.name(), value(field));
        }
        return object;
    }

    private static Object value(Field field) {
        Object value = field.isComposed() ? object(field.parts()) : field.example();
        if (!field.isList()) {
            return value;
        }
        return value == null ? List.of() : List.of(value);
    }
}
