package org.startupatlas.explore.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.ValueTexts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.Card;
import org.startupatlas.explore.view.Tag;
import org.startupatlas.schema.ResourceSchema;

/** Shows records in lists. */
public final class Cards {

    private final Directory directory;
    private final PageRequest request;
    private final ResourceSchema schema;
    private final ValueTexts values;

    public Cards(Directory directory, PageRequest request, ResourceSchema schema) {
        this.directory = directory;
        this.request = request;
        this.schema = schema;
        this.values = new ValueTexts(request, schema);
    }

    public List<Card> views(List<? extends JsonNode> records) {
        return records.stream().map(record -> view((ObjectNode) record)).toList();
    }

    private Card view(ObjectNode record) {
        return new Card(
                new Anchor(
                        record.get("name").textValue(),
                        request.path(directory.resource(), record.get("slug").textValue())),
                values.phrase(record, "summary"),
                directory.tags().stream()
                        .flatMap(field -> values.texts(record, field).stream())
                        .map(value -> new Tag(value.text(), value.href()))
                        .toList(),
                directory.columns().stream().map(field -> value(record, field)).toList());
    }

    private Card.Value value(ObjectNode record, String field) {
        return new Card.Value(
                request.texts().field(schema.resource(), field),
                values.texts(record, field).stream().map(Anchor::text).collect(Collectors.joining(", ")),
                directory.tags().contains(field));
    }
}
