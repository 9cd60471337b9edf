package org.startupatlas.explore.directory;

import java.util.ArrayList;
import java.util.List;
import org.startupatlas.explore.directory.DirectoryView.Column;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;

/** The columns of a table, by which it is sorted where lists can be. */
final class Columns {

    private final Directory directory;
    private final DirectoryRequest parameters;
    private final ResourceSchema schema;
    private final Texts texts;

    Columns(Directory directory, DirectoryRequest parameters, ResourceSchema schema, Texts texts) {
        this.directory = directory;
        this.parameters = parameters;
        this.schema = schema;
        this.texts = texts;
    }

    List<Column> views() {
        List<Column> columns = new ArrayList<>();
        columns.add(view("name"));
        directory.columns().forEach(name -> columns.add(view(name)));
        return columns;
    }

    private Column view(String name) {
        String label = texts.field(schema.resource(), name);
        if (!schema.field(name).filter(Field::isSortable).isPresent()) {
            return new Column(label, null, "none");
        }
        String current = parameters.url().value("sort").orElse("");
        boolean isAscending = current.equals(name);
        String direction = isAscending ? "ascending" : current.equals("-" + name) ? "descending" : "none";
        return new Column(
                label,
                parameters
                        .changed()
                        .with("sort", isAscending ? "-" + name : name)
                        .toString(),
                direction);
    }
}
