package org.startupatlas.write.request;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;

/**
 * The versions in {@code If-Match} (RFC 9110, section 13.1.1). Only the version of an entity tag is compared, not the
 * variant; weak tags never match.
 *
 * @param isGiven whether the header was sent
 * @param versions null for any
 */
public record IfMatch(boolean isGiven, Set<Integer> versions) {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})(?:-[^\"]*)?\"");

    /** Matches any version. */
    public static final IfMatch ANY = new IfMatch(true, null);

    private static final IfMatch NOT_GIVEN = new IfMatch(false, Set.of());

    /** Parses the header; null if it was not sent. */
    public static IfMatch of(String header) {
        if (header == null) {
            return NOT_GIVEN;
        }
        if (header.strip().equals("*")) {
            return ANY;
        }
        return new IfMatch(
                true,
                Arrays.stream(header.split(","))
                        .map(String::strip)
                        .map(IfMatch::version)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Optional<Integer> version(String tag) {
        Matcher matcher = TAG.matcher(tag);
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    /**
     * Requires that the current version of the record is one of these.
     *
     * @throws RejectedException if the header was not sent, or names other versions only
     */
    public void require(int version) {
        if (!isGiven) {
            throw RejectedException.of(ProblemKind.PRECONDITION_REQUIRED);
        }
        if (versions != null && !versions.contains(version)) {
            throw RejectedException.of(
                    ProblemKind.PRECONDITION_FAILED, Violation.ofWhole("stale-version", String.valueOf(version)));
        }
    }
}
