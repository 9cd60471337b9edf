package org.startupatlas.openapi.schema;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.type.ValueType;
import org.startupatlas.schema.type.ValueTypes;

/** The schemas of single values. */
public final class ValueSchemas {

    private static final String PARTIAL_DATE_SCHEMA = "PartialDate";
    private static final String TIME_SCHEMA = "Time";
    private static final String COUNT_SCHEMA = "Count";

    /** The largest number that JavaScript represents exactly. */
    static final long MAX_COUNT = Long.MAX_VALUE / 1024;

    private static final int MAX_TOKEN_LENGTH = 200;

    /** The length of {@code 2020-06-01/2026-Q1}, the longest form. */
    private static final int MAX_DATE_LENGTH = 21;

    private static final String PARTIAL_DATE = "[0-9]{4}(-(Q[1-4]|H[12]|[0-9]{2}(-[0-9]{2})?))?";

    /** More digits than any clock has. */
    private static final int MAX_TIME_LENGTH = 64;

    private static final String TIME =
            "[0-9]{4}-[0-9]{2}-[0-9]{2}" + "([Tt][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?([Zz]|[ +-][0-9]{2}:[0-9]{2}))?";

    private ValueSchemas() {}

    /** Adds the schemas that many fields share. */
    public static void addShared(Components components) {
        components.addSchema(
                PARTIAL_DATE_SCHEMA,
                string(MAX_DATE_LENGTH)
                        .minLength(1)
                        .pattern("^" + PARTIAL_DATE + "(/" + PARTIAL_DATE + ")?$")
                        .description("A year, half-year, quarter, month or day, or an interval of two of these."));
        components.addSchema(COUNT_SCHEMA, integer(0, MAX_COUNT));
        components.addSchema(
                TIME_SCHEMA,
                string(MAX_TIME_LENGTH)
                        .pattern("^" + TIME + "$")
                        .description("A time of RFC 3339, or a date: its first moment, UTC."));
    }

    /** Returns the schema of a count or a revision. */
    public static Schema count() {
        return RecordSchemas.reference(COUNT_SCHEMA);
    }

    /** Returns the schema of a point in time in a parameter: a revision or a time. */
    public static Schema moment() {
        return string(MAX_TIME_LENGTH).pattern("^([0-9]{1,18}|" + TIME + ")$");
    }

    public static Schema string(int maxLength) {
        return OASFactory.createSchema().addType(SchemaType.STRING).maxLength(maxLength);
    }

    public static Schema bool() {
        return OASFactory.createSchema().addType(SchemaType.BOOLEAN);
    }

    public static Schema integer(long min, long max) {
        return OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .format(max > Integer.MAX_VALUE ? "int64" : "int32")
                .minimum(BigDecimal.valueOf(min))
                .maximum(BigDecimal.valueOf(max));
    }

    public static Schema oneOf(List<String> words) {
        return OASFactory.createSchema().addType(SchemaType.STRING).enumeration(List.copyOf(words));
    }

    /** Returns the schema of a non-null value in a record. */
    static Schema inRecord(Field field) {
        ValueType<?> type = field.type();
        if (isShared(field)) {
            return word(field);
        }
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

    /** Returns the schema of a value in a filter. */
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
            return RecordSchemas.reference(TIME_SCHEMA);
        }
        return type == ValueTypes.REFERENCE ? string(MAX_TOKEN_LENGTH) : word(field);
    }

    /** Returns whether the values of the field have a schema component of their own, which other schemas refer to. */
    private static boolean isShared(Field field) {
        return field.type() == ValueTypes.PARTIAL_DATE || field.vocabulary() != null;
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
            return RecordSchemas.reference(PARTIAL_DATE_SCHEMA);
        }
        if (field.vocabulary() != null) {
            return RecordSchemas.reference(CodeSchemas.name(field.vocabulary()));
        }
        if (field.isCurrency()) {
            return string(3).pattern("^[A-Z]{3}$");
        }
        return string(field.maxLength());
    }

    public static Schema number() {
        return OASFactory.createSchema().addType(SchemaType.NUMBER);
    }
}
