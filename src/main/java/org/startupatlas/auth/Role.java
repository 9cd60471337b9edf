package org.startupatlas.auth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key may do; each role may do what those before it may. */
public enum Role {
    /** Writes the records of its own organisation. */
    CONTRIBUTOR,
    /** Writes all records, imports and merges. */
    CURATOR,
    /** Issues keys and redacts. */
    ADMIN;

    /** The word for it in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this role may do what that one may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** The role of that word. */
    public static Optional<Role> ofCode(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
