package org.startupatlas.explore.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.ValueTexts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.http.format.Projection;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;

/** Writes the values of a proposal for people. */
final class ProposedValues {

    private final PageRequest request;
    private final ResourceSchema schema;
    private final Projection projection;

    ProposedValues(PageRequest request, ResourceSchema schema, Projection projection) {
        this.request = request;
        this.schema = schema;
        this.projection = projection;
    }

    /**
     * Returns a value; empty if there is none.
     *
     * @param path the dotted path in the record, of a field or of a part of one
     */
    List<Anchor> of(String path, JsonNode value) {
        if (value.isNull() || value.isArray() && value.isEmpty()) {
            return List.of();
        }
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        String part = dot < 0 ? null : path.substring(dot + 1);
        Optional<Field> field = schema.field(name);
        if (field.isEmpty() || namesRecords(field.get())) {
            return List.of(new Anchor(plain(value), null));
        }
        if (part != null && field.get().isTranslated()) {
            return List.of(new Anchor(
                    plain(value), null, part.equals(request.language().code()) ? null : part));
        }
        JsonNode whole =
                part == null ? value : JsonNodeFactory.instance.objectNode().set(part, value);
        return new ValueTexts(request, schema).texts(name, whole, projection);
    }

    /** Only the API proposes other records as values; they stay as they were sent. */
    private static boolean namesRecords(Field field) {
        return ValueTexts.isReference(field) || field.parts().stream().anyMatch(ValueTexts::isReference);
    }

    private static String plain(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
