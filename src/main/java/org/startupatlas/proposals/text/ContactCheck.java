package org.startupatlas.proposals.text;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.type.ValueTypes;

/**
 * Checks that the texts of a proposal hold no e-mail addresses and no telephone numbers: the registry is of organisations,
 * and nobody has looked at a proposal yet when it is stored. Links, numbers, codes and external ids are not texts.
 */
public final class ContactCheck {

    private final List<Violation> violations;

    /**
     * @param violations the list to which violations are added
     */
    public ContactCheck(List<Violation> violations) {
        this.violations = violations;
    }

    /** Checks the texts among the fields of a record, of which only some may be there, and of any type. */
    public void check(ResourceSchema schema, JsonNode record, JsonPointer at) {
        check(schema.fields(), record, at);
    }

    private void check(List<Field> fields, JsonNode object, JsonPointer at) {
        for (Field field : fields) {
            JsonNode value = object.path(field.name());
            JsonPointer pointer = at.appendProperty(field.name());
            if (value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                    check(field, value.get(i), pointer.appendIndex(i));
                }
            } else {
                check(field, value, pointer);
            }
        }
    }

    private void check(Field field, JsonNode value, JsonPointer pointer) {
        if (field.isComposed()) {
            check(field.parts(), value, pointer);
        } else if (isText(field) && value.isTextual()) {
            check(value.textValue(), pointer);
        }
    }

    private static boolean isText(Field field) {
        return (field.type() == ValueTypes.TEXT || field.type() == ValueTypes.PROSE) && field.format() == null;
    }

    /** Checks one text. */
    public void check(String text, JsonPointer pointer) {
        if (ContactFinder.hasEmail(text)) {
            violations.add(Violation.at(pointer.toString(), "contact-email"));
        }
        if (ContactFinder.hasPhone(text)) {
            violations.add(Violation.at(pointer.toString(), "contact-phone"));
        }
    }
}
