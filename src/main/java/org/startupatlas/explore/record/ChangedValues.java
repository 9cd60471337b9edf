package org.startupatlas.explore.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.ValueTexts;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.http.format.Projection;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;

/** Writes what a change modified: the field and, where they are short, its values before and after. */
final class ChangedValues {

    /** Longer texts are read in the versions themselves. */
    private static final int MAX_LENGTH = 120;

    private final Texts texts;
    private final ResourceSchema schema;
    private final ValueTexts values;
    private final Projection projection;

    ChangedValues(PageRequest request, ResourceSchema schema, Projection projection) {
        this.texts = request.texts();
        this.schema = schema;
        this.values = new ValueTexts(request, schema);
        this.projection = projection;
    }

    /**
     * Returns one difference as a line.
     *
     * @param difference its path, dotted or, after a redaction, a JSON pointer, and the values {@code from} and {@code to}
     */
    String line(JsonNode difference) {
        String path = difference.get("path").textValue();
        boolean isPointer = path.startsWith("/");
        String name = isPointer ? path.split("/", 3)[1] : path.split("\\.", 2)[0];
        String label = texts.field(schema.resource(), name);
        if (isPointer || !path.equals(name) || !isSimple(schema.field(name).orElseThrow())) {
            return label;
        }
        String from = text(name, difference.get("from"));
        String to = text(name, difference.get("to"));
        return from.length() + to.length() > MAX_LENGTH ? label : texts.get("history.change", label, from, to);
    }

    /** Returns whether the values of a field can be written without other records. */
    private static boolean isSimple(Field field) {
        return !field.isComposed() && !ValueTexts.isReference(field);
    }

    private String text(String name, JsonNode value) {
        String text =
                values.texts(name, value, projection).stream().map(Anchor::text).collect(Collectors.joining(", "));
        return text.isEmpty() ? texts.get("value.unknown") : text;
    }
}
