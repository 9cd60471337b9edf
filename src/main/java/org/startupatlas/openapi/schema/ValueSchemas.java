package org.startupatlas.openapi.schema;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.type.ValueType;
import org.startupatlas.schema.type.ValueTypes;

/** The schemas of single values. */
public final class ValueSchemas {

    private static final int LONGEST_TOKEN = 200;
    private static final int LONGEST_CODE = 64;

    private static final String PARTIAL_DATE = "[0-9]{4}(-(Q[1-4]|H[12]|[0-9]{2}(-[0-9]{2})?))?";

    /** More digits than any clock has. */
    private static final int LONGEST_TIME = 64;

    private static final String TIME =
            "[0-9]{4}-[0-9]{2}-[0-9]{2}" + "([Tt][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?([Zz]|[ +-][0-9]{2}:[0-9]{2}))?";

    private ValueSchemas() {}

    /** A revision or a time, as parameters take it. */
    public static Schema moment() {
        return string(LONGEST_TIME).pattern("^([0-9]{1,18}|" + TIME + ")$");
    }

    public static Schema string(int longest) {
        return OASFactory.createSchema().addType(SchemaType.STRING).maxLength(longest);
    }

    public static Schema bool() {
        return OASFactory.createSchema().addType(SchemaType.BOOLEAN);
    }

    public static Schema integer(long least, long greatest) {
        return OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .format(greatest > Integer.MAX_VALUE ? "int64" : "int32")
                .minimum(BigDecimal.valueOf(least))
                .maximum(BigDecimal.valueOf(greatest));
    }

    public static Schema oneOf(List<String> words) {
        return string(LONGEST_CODE).enumeration(List.copyOf(words));
    }

    /** A value as records have it, not null. */
    static Schema inRecord(Field field) {
        ValueType<?> type = field.type();
        if (type == ValueTypes.INTEGER) {
            return integer(field.bounds().min(), field.bounds().max());
        }
        if (type == ValueTypes.DECIMAL) {
            return number().minimum(BigDecimal.valueOf(field.bounds().min()))
                    .maximum(BigDecimal.valueOf(field.bounds().max()));
        }
        if (type == ValueTypes.ID || type == ValueTypes.REFERENCE) {
            return string(36).format("uuid");
        }
        Schema schema = "uri".equals(field.format()) ? string(field.maxLength()).format("uri") : word(field);
        if (field.pattern() != null) {
            schema.pattern("^" + field.pattern() + "$");
        }
        return type == ValueTypes.BOOLEAN ? schema : schema.minLength(1);
    }

    /** A value as filters take it. */
    public static Schema inFilter(Field field) {
        ValueType<?> type = field.type();
        if (type == ValueTypes.INTEGER) {
            return integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (type == ValueTypes.DECIMAL) {
            return number();
        }
        if (type == ValueTypes.ID) {
            return string(36).format("uuid");
        }
        if (type == ValueTypes.TIMESTAMP) {
            return string(LONGEST_TIME).pattern("^" + TIME + "$");
        }
        return type == ValueTypes.REFERENCE ? string(LONGEST_TOKEN) : word(field);
    }

    private static Schema word(Field field) {
        ValueType<?> type = field.type();
        if (type == ValueTypes.BOOLEAN) {
            return bool();
        }
        if (type == ValueTypes.TIMESTAMP) {
            return string(35).format("date-time");
        }
        if (type == ValueTypes.PARTIAL_DATE) {
            return string(field.maxLength()).pattern("^" + PARTIAL_DATE + "(/" + PARTIAL_DATE + ")?$");
        }
        if (type == ValueTypes.CODE || type == ValueTypes.CODES) {
            return ResourceSchema.COUNTRIES.equals(field.vocabulary())
                    ? string(2).pattern("^[A-Z]{2}$")
                    : string(field.maxLength()).pattern("^[A-Za-z0-9_-]+$");
        }
        if (field.isCurrency()) {
            return string(3).pattern("^[A-Z]{3}$");
        }
        return string(field.maxLength());
    }

    static Schema number() {
        return OASFactory.createSchema().addType(SchemaType.NUMBER).format("double");
    }
}
