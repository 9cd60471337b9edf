package org.startupatlas.explore.directory;

import java.util.List;
import org.startupatlas.explore.page.PageReader;
import org.startupatlas.explore.page.ValueTexts;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.PageUrl;
import org.startupatlas.http.format.Projection;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.type.Operator;

/** Writes filters for people: the label of the field and that of the value. */
final class FilterLabels {

    private final SchemaRegistry registry;
    private final PageReader reader;
    private final ResourceSchema schema;
    private final Texts texts;
    private final Projection projection;

    FilterLabels(
            SchemaRegistry registry, PageReader reader, ResourceSchema schema, Texts texts, Projection projection) {
        this.registry = registry;
        this.reader = reader;
        this.schema = schema;
        this.texts = texts;
        this.projection = projection;
    }

    String field(String parameter) {
        return texts.field(schema.resource(), Operator.field(parameter));
    }

    /** Returns a filter with one of its values as a phrase. */
    String phrase(String parameter, String value) {
        String suffix = Operator.suffix(parameter);
        String operator = suffix.equals("exists") ? suffix + "." + value : suffix;
        return suffix.isEmpty()
                ? texts.get("directory.filter", field(parameter), value(parameter, value))
                : texts.filter(operator, field(parameter), value(parameter, value));
    }

    /** Returns the values of a filter, of which it may have several. */
    List<String> values(Parameter filter) {
        return takesSeveral(filter) ? new PageUrl("", List.of(filter)).values(filter.name()) : List.of(filter.value());
    }

    boolean takesSeveral(Parameter filter) {
        return registry.takesSeveral(schema, filter.name());
    }

    /** Returns the label of one value of a filter: that of a code, or the name of a record. */
    String value(String parameter, String value) {
        FieldPath path = registry.paths(schema).get(Operator.field(parameter));
        return path == null || Operator.suffix(parameter).equals("exists") ? value : label(path.field(), value);
    }

    private String label(Field field, String value) {
        if (ValueTexts.isReference(field)) {
            return reader.name(field.target(), value);
        }
        return projection.label(field.vocabulary(), value).orElse(value);
    }
}
