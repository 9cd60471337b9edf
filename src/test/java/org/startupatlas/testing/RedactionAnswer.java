package org.startupatlas.testing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a redaction answers beside the record. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RedactionAnswer(String id, List<Reached> reached, List<NotReached> notReached) {

    /** How many copies held the value. */
    public record Reached(String where, int count) {}

    /** What may hold it still. */
    public record NotReached(String where, int count, List<String> items, String detail) {}

    /** What a redaction with that body answered. */
    public static RedactionAnswer post(String path, String body) {
        return of(Writes.post(200, path + "/redact", body));
    }

    /** What was answered. */
    public static RedactionAnswer of(Response answer) {
        return Atlas.read(RedactionAnswer.class, answer);
    }

    /** How many copies held the value, by place; those where none did are left out. */
    public Map<String, Integer> counts() {
        return reached.stream()
                .filter(each -> each.count() > 0)
                .collect(Collectors.toMap(Reached::where, Reached::count));
    }

    /** What may hold it still at a place; nothing where that is not named. */
    public List<String> notReached(String where) {
        return notReached.stream()
                .filter(each -> each.where().equals(where))
                .flatMap(each -> each.items().stream())
                .toList();
    }
}
