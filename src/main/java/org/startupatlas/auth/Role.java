package org.startupatlas.auth;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The role of a key; each role includes the permissions of the ones before it. */
public enum Role {
    /** Writes the records of its own organisation. */
    CONTRIBUTOR,
    /** Writes all records, imports and merges. */
    CURATOR,
    /** Issues keys and redacts. */
    ADMIN;

    /** Returns the name of the role in JSON and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether this role includes the permissions of the other. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** Returns the role with the given name. */
    public static Optional<Role> ofCode(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
