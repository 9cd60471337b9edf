package org.startupatlas.schema.type;

import java.util.Optional;

/** What a filter may ask of a field; the suffix stands after the field's name, behind two underscores. */
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
    EXISTS("exists");

    /** What parts a field's name from its operator. */
    public static final String SEPARATOR = "__";

    private final String suffix;

    Operator(String suffix) {
        this.suffix = suffix;
    }

    /** The operator as {@code /v1/meta} lists it: its suffix, or {@code eq} for none. */
    public String code() {
        return suffix.isEmpty() ? "eq" : suffix;
    }

    /** The parameter that asks this of the field of that name. */
    public String parameter(String field) {
        return suffix.isEmpty() ? field : field + SEPARATOR + suffix;
    }

    /** The field that a parameter of that name asks of. */
    public static String field(String parameter) {
        int separator = parameter.lastIndexOf(SEPARATOR);
        return separator < 0 ? parameter : parameter.substring(0, separator);
    }

    /** The operator that a parameter of that name writes; empty for none. */
    public static String suffix(String parameter) {
        int separator = parameter.lastIndexOf(SEPARATOR);
        return separator < 0 ? "" : parameter.substring(separator + SEPARATOR.length());
    }

    /** The operator of a parameter of that name; empty if it ends in no operator's suffix. */
    public static Optional<Operator> ofParameter(String parameter) {
        return parameter.contains(SEPARATOR) ? ofSuffix(suffix(parameter)) : Optional.of(EQUAL);
    }

    /** Whether this goes the same way as the other: neither of them denies what the other says. */
    public boolean asksLike(Operator other) {
        return direction() != null && direction() == other.direction();
    }

    /** One of those that go the same way; null where there is no other. */
    private Operator direction() {
        return switch (this) {
            case EQUAL, STARTS, CONTAINS, ALL -> EQUAL;
            case LESS, LESS_OR_EQUAL -> LESS;
            case GREATER, GREATER_OR_EQUAL -> GREATER;
            case NOT_EQUAL, EXISTS -> null;
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
