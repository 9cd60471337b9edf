package org.startupatlas.query.parameter;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the query of a URL, and decodes it strictly: bytes that are not UTF-8 are rejected rather than replaced. */
public final class QueryString {

    private QueryString() {}

    /**
     * Returns the parameters in their order.
     *
     * @throws RejectedException if a parameter is not UTF-8 or contains NUL
     */
    public static List<Parameter> parameters(String query) {
        List<Parameter> parameters = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (String pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue; // an empty pair, as in "a=1&&b=2", is harmless
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            try {
                parameters.add(new Parameter(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1))));
            } catch (CharacterCodingException | NumberFormatException malformed) {
                violations.add(Violation.of(name, "invalid-encoding"));
            }
        }
        if (!violations.isEmpty()) {
            throw RejectedException.of(ProblemKind.INVALID_PARAMETERS, violations);
        }
        return parameters;
    }

    /** Returns the query of a URL with these parameters, in their order; empty for none. */
    public static String write(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> encode(parameter.name()) + "=" + encode(parameter.value()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        // A comma separates list values, and is allowed in a query (RFC 3986, section 3.4).
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2C", ",");
    }

    /** Returns whether a parameter has the name, escaped or not; a malformed name is none. */
    public static boolean hasName(String query, String name) {
        if (query.indexOf('%') < 0 && !query.contains(name)) {
            return false;
        }
        for (String pair : query.split("&")) {
            try {
                if (decode(pair.split("=", 2)[0]).equals(name)) {
                    return true;
                }
            } catch (CharacterCodingException | NumberFormatException malformed) {
                continue; // rejected when the parameters are read
            }
        }
        return false;
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
                bytes.write(c); // curl sends accents unescaped, and the server passes on each such byte as a character
            }
        }
        String decoded = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes.toByteArray()))
                .toString();
        if (decoded.indexOf('\0') >= 0) {
            throw new CharacterCodingException(); // PostgreSQL cannot store NUL
        }
        return decoded;
    }

    private static int octet(String text, int index) {
        if (index + 2 > text.length()) {
            throw new NumberFormatException("a cut escape");
        }
        int high = Character.digit(text.charAt(index), 16);
        int low = Character.digit(text.charAt(index + 1), 16);
        if (high < 0 || low < 0) {
            throw new NumberFormatException("no hexadecimal escape");
        }
        return high * 16 + low;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
