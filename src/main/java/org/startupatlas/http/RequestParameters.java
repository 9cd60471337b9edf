package org.startupatlas.http;

import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.startupatlas.query.InvalidQuery;
import org.startupatlas.query.Parameter;
import org.startupatlas.query.Violation;

/** Decodes the query of a URL, strictly: what is not UTF-8 is refused rather than replaced. */
public final class RequestParameters {

    private RequestParameters() {}

    /**
     * The parameters that the request is answered by, in their order: without the revision that it waits for.
     *
     * @throws InvalidQuery if the bytes are no UTF-8, one of them is NUL, or there are too many parameters
     */
    public static List<Parameter> of(HttpServerRequest request) {
        List<Parameter> all = all(request);
        return RevisionGate.isAsked(request)
                ? all.stream()
                        .filter(parameter -> !parameter.name().equals(RevisionGate.PARAMETER))
                        .toList()
                : all;
    }

    /** The same parameters for every order in which they can be written, which means nothing. */
    static List<Parameter> inOneOrder(List<Parameter> parameters) {
        return parameters.stream().sorted(Comparator.comparing(Parameter::name)).toList();
    }

    /** Path and parameters as they were sent, but in one order. */
    static String canonical(HttpServerRequest request) {
        String query = request.query();
        if (query == null || query.indexOf('&') < 0) {
            return request.uri();
        }
        String[] pairs = query.split("&");
        Arrays.sort(pairs);
        return request.path() + "?" + String.join("&", pairs);
    }

    /**
     * All parameters, in their order.
     *
     * @throws InvalidQuery if the bytes are no UTF-8, one of them is NUL, or there are too many parameters
     */
    static List<Parameter> all(HttpServerRequest request) {
        String query = request.query();
        if (query == null || query.isEmpty()) {
            return List.of();
        }
        String[] pairs = query.split("&", -1);
        if (pairs.length > Limits.MOST_PARAMETERS) {
            throw new InvalidQuery(List.of(new Violation(
                    pairs[Limits.MOST_PARAMETERS].split("=", 2)[0],
                    "too-many-parameters",
                    List.of(String.valueOf(Limits.MOST_PARAMETERS)),
                    null)));
        }
        List<Parameter> parameters = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (String pair : pairs) {
            if (pair.isEmpty()) {
                continue; // "a=1&&b=2" says nothing wrong
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            try {
                parameters.add(new Parameter(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1))));
            } catch (CharacterCodingException | NumberFormatException notText) {
                violations.add(new Violation(name, "invalid-encoding", List.of(), null));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidQuery(violations);
        }
        return parameters;
    }

    /**
     * Lets no parameters pass, where there are none.
     *
     * @throws InvalidQuery if there is one
     */
    public static void refuseAll(HttpServerRequest request) {
        List<Violation> violations = of(request).stream()
                .map(Parameter::name)
                .map(name -> new Violation(name, "unknown-parameter", List.of(), null))
                .toList();
        if (!violations.isEmpty()) {
            throw new InvalidQuery(violations);
        }
    }

    private static String decode(String text) throws CharacterCodingException {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0 && isAscii(text)) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '+') {
                bytes.write(' ');
            } else if (c == '%') {
                bytes.write(octet(text, i + 1));
                i += 2;
            } else {
                bytes.write(c); // curl sends accents unescaped: the server hands such bytes on one by one
            }
        }
        String decoded = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes.toByteArray()))
                .toString();
        if (decoded.indexOf('\0') >= 0) {
            throw new CharacterCodingException(); // no text has a NUL, and PostgreSQL stores none
        }
        return decoded;
    }

    private static int octet(String text, int at) {
        if (at + 2 > text.length()) {
            throw new NumberFormatException("a cut escape");
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        if (high < 0 || low < 0) {
            throw new NumberFormatException("no hexadecimal escape");
        }
        return high * 16 + low;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
