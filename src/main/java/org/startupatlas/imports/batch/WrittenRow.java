package org.startupatlas.imports.batch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.startupatlas.imports.file.ImportRow;

/** The values that rows of one record have written, as hashes. */
final class WrittenRow {

    private final String name;
    private final String slug;
    private final Map<String, Value> values = new HashMap<>();
    private final Set<Long> claims = new HashSet<>();

    private WrittenRow(String name, String slug) {
        this.name = name;
        this.slug = slug;
    }

    /** A value and the line of the row that wrote it. */
    private record Value(long hash, long line) {}

    static WrittenRow of(ImportRow row) {
        return new WrittenRow(
                row.record().path("name").textValue(), row.record().path("slug").textValue());
    }

    /** Returns the name that the first row gave, or null. */
    String name() {
        return name;
    }

    /** Returns the slug that the first row gave, or null. */
    String slug() {
        return slug;
    }

    /** Adds the value of a field, unless there is one. */
    void put(String field, long hash, long line) {
        values.putIfAbsent(field.intern(), new Value(hash, line));
    }

    /** Returns whether a row has written a field, or the object that it is a part of. */
    boolean has(String field) {
        int dot = field.indexOf('.');
        return values.containsKey(field) || dot > 0 && values.containsKey(field.substring(0, dot));
    }

    /** Adds a claim of the record. */
    void addClaim(long hash) {
        claims.add(hash);
    }

    boolean hasClaim(long hash) {
        return claims.contains(hash);
    }

    /** Returns the line of the row that wrote another value into a field; empty if none did. */
    Optional<Long> lineOfOther(String field, long hash) {
        return Optional.ofNullable(values.get(field))
                .filter(value -> value.hash() != hash)
                .map(Value::line);
    }
}
