package org.startupatlas.schema.type;

import java.util.Optional;

/** The comparison operators of filters. The suffix follows the field's name in a parameter, after two underscores. */
public enum Operator {
    EQUAL(""),
    NOT_EQUAL("ne"),
    LESS("lt"),
    LESS_OR_EQUAL("lte"),
    GREATER("gt"),
    GREATER_OR_EQUAL("gte"),
    STARTS("starts"),
    CONTAINS("contains"),
    ALL("all"),
    EXISTS("exists"),
    ABSENT("absent");

    /** The separator between a field's name and its operator. */
    public static final String SEPARATOR = "__";

    private final String suffix;

    Operator(String suffix) {
        this.suffix = suffix;
    }

    /** Returns the operator as {@code /v1/meta} lists it: its suffix, or {@code eq} if it has none. */
    public String code() {
        return suffix.isEmpty() ? "eq" : suffix;
    }

    /** Returns the name of the parameter that applies the operator to a field. */
    public String parameter(String field) {
        return suffix.isEmpty() ? field : field + SEPARATOR + suffix;
    }

    /** Returns the field part of a parameter's name. */
    public static String field(String parameter) {
        int separator = parameter.lastIndexOf(SEPARATOR);
        return separator < 0 ? parameter : parameter.substring(0, separator);
    }

    /** Returns the operator suffix of a parameter's name; empty if it has none. */
    public static String suffix(String parameter) {
        int separator = parameter.lastIndexOf(SEPARATOR);
        return separator < 0 ? "" : parameter.substring(separator + SEPARATOR.length());
    }

    /** Returns the operator of a parameter of that name; empty if its suffix is that of no operator. */
    public static Optional<Operator> ofParameter(String parameter) {
        return parameter.contains(SEPARATOR) ? ofSuffix(suffix(parameter)) : Optional.of(EQUAL);
    }

    /** Returns whether the two operators restrict values in the same direction, so that neither negates the other. */
    public boolean hasSameDirection(Operator other) {
        return direction() != null && direction() == other.direction();
    }

    /** Returns the operator that represents the direction; null for operators that have none. */
    private Operator direction() {
        return switch (this) {
            case EQUAL, STARTS, CONTAINS, ALL -> EQUAL;
            case LESS, LESS_OR_EQUAL -> LESS;
            case GREATER, GREATER_OR_EQUAL -> GREATER;
            case NOT_EQUAL, EXISTS, ABSENT -> null;
        };
    }

    public static Optional<Operator> ofSuffix(String suffix) {
        for (Operator operator : values()) {
            if (!suffix.isEmpty() && operator.suffix.equals(suffix)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }
}
