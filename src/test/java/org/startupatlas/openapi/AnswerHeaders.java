package org.startupatlas.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The document as a judge of the headers of answers. Those of every response, and of most of them, are described once,
 * in extensions.
 */
final class AnswerHeaders {

    private static final String OF_EVERY_RESPONSE = "x-headers-of-every-response";
    private static final String OF_MOST_RESPONSES = "x-headers-of-most-responses";

    /** What HTTP defines for all messages, and what is meant for browsers and proxies. */
    private static final Set<String> UNDESCRIBED = Set.of(
            "Content-Type",
            "Content-Length",
            "Content-Encoding",
            "Transfer-Encoding",
            "Access-Control-Expose-Headers",
            "Content-Security-Policy",
            "Cross-Origin-Resource-Policy",
            "Referrer-Policy",
            "X-Content-Type-Options",
            "X-Accel-Buffering");

    private final JsonNode document;

    AnswerHeaders(JsonNode document) {
        this.document = document;
    }

    /**
     * Returns what the headers of an answer have or lack that the document says otherwise.
     *
     * @param response the response of the operation, reference resolved
     */
    List<String> disagreements(JsonNode operation, JsonNode response, HttpResponse<byte[]> answer) {
        List<String> disagreements = new ArrayList<>();
        Set<String> described = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        described.addAll(UNDESCRIBED);
        Stream.of(response.path("headers"), document.path(OF_EVERY_RESPONSE), document.path(OF_MOST_RESPONSES))
                .forEach(headers -> headers.fieldNames().forEachRemaining(described::add));
        answer.headers().map().keySet().stream()
                .filter(name -> !described.contains(name))
                .map(name -> "header " + name + " is not documented for " + answer.statusCode())
                .forEach(disagreements::add);
        document.path(OF_EVERY_RESPONSE).fieldNames().forEachRemaining(name -> {
            if (header(answer, name).isEmpty()) {
                disagreements.add("no header " + name + ", which every response has");
            }
        });
        disagreements.addAll(ofMostResponses(operation, answer));
        return disagreements;
    }

    /** The headers of most responses are on those that their descriptions name. */
    private static List<String> ofMostResponses(JsonNode operation, HttpResponse<byte[]> answer) {
        List<String> disagreements = new ArrayList<>();
        boolean isProblem = answer.statusCode() >= 400;
        boolean isPublicRead = answer.request().method().equals("GET")
                && !operation.has("security")
                && (answer.statusCode() == 200 || answer.statusCode() == 304);
        if ((isProblem || isPublicRead) && header(answer, "Vary").isEmpty()) {
            disagreements.add("no header Vary");
        }
        boolean hasLanguage = header(answer, "Content-Language").isPresent();
        if (isProblem && !hasLanguage) {
            disagreements.add("no header Content-Language on a problem");
        }
        if (!isProblem
                && hasLanguage
                && Contract.parameter(answer.uri(), "lang").isEmpty()) {
            disagreements.add("header Content-Language without lang");
        }
        boolean isShared = header(answer, "Cache-Control").orElse("").contains("s-maxage");
        if (isShared != header(answer, "CDN-Cache-Control").isPresent() || isShared && !isPublicRead) {
            disagreements.add("CDN-Cache-Control " + header(answer, "CDN-Cache-Control") + " with Cache-Control "
                    + header(answer, "Cache-Control"));
        }
        return disagreements;
    }

    private static Optional<String> header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name);
    }
}
