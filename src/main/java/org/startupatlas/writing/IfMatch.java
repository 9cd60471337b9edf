package org.startupatlas.writing;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The versions that a writer has seen, by {@code If-Match} (RFC 9110, section 13.1.1): of an entity tag the version
 * counts, not the variant; weak tags never match.
 *
 * @param versions null for any
 */
public record IfMatch(Set<Integer> versions) {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})(?:-[^\"]*)?\"");

    /** Any version will do. */
    public static final IfMatch ANY = new IfMatch(null);

    /** Reads the header. */
    public static IfMatch of(String header) {
        if (header.strip().equals("*")) {
            return ANY;
        }
        return new IfMatch(Arrays.stream(header.split(","))
                .map(String::strip)
                .map(IfMatch::version)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet()));
    }

    private static Optional<Integer> version(String tag) {
        Matcher matcher = TAG.matcher(tag);
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    boolean matches(int version) {
        return versions == null || versions.contains(version);
    }
}
