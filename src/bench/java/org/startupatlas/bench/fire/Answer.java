package org.startupatlas.bench.fire;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A response of a node. */
record Answer(int status, Optional<String> link, Optional<String> location, long revision, byte[] body) {

    private static final Pattern LINK = Pattern.compile("<([^>]*)>; *rel=\"([a-z]+)\"");

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Link"),
                response.headers().firstValue("Location"),
                response.headers().firstValueAsLong("Atlas-Revision").orElse(0),
                response.body());
    }

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** Whether the request should be retried. */
    boolean isToBeSentAgain() {
        return status == 503 || status == 409 && text().contains("still-running");
    }

    JsonNode json() {
        return Json.read(body);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Returns the target of a relation in the Link header. */
    Optional<String> link(String relation) {
        Matcher links = LINK.matcher(link.orElse(""));
        while (links.find()) {
            if (links.group(2).equals(relation)) {
                return Optional.of(links.group(1));
            }
        }
        return Optional.empty();
    }
}
