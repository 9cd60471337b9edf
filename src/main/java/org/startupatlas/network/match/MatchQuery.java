package org.startupatlas.network.match;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.startupatlas.network.match.ranking.Match;
import org.startupatlas.network.match.ranking.Weights;
import org.startupatlas.query.Cursor;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/**
 * A parsed and validated request for matches.
 *
 * @param candidates the schema of the records to compare with
 * @param condition what the request requires of them
 * @param pillars the pillars that are needed
 * @param day the day on which links must be valid
 * @param isCurrentDay whether that is the current day because the request names none
 * @param minScore the least score that is shown
 * @param known whether only those are shown that the subject is linked to, or only the others; null for all
 * @param after the position after the page before, or null
 * @param fields the members that each match has
 * @param language the language of texts, or null for all three
 * @param fingerprint a short hash of all that decides on the order
 */
public record MatchQuery(
        ResourceSchema candidates,
        Condition condition,
        List<String> pillars,
        Weights weights,
        LocalDate day,
        boolean isCurrentDay,
        BigDecimal minScore,
        Boolean known,
        int limit,
        Position after,
        List<String> fields,
        Language language,
        Format format,
        String fingerprint) {

    public MatchQuery {
        pillars = List.copyOf(pillars);
        fields = List.copyOf(fields);
    }

    /** Returns whether a match is to be shown. */
    boolean shows(Match match) {
        return match.score().compareTo(minScore) >= 0
                && (known == null || known == match.isKnown())
                && (after == null || after.isBefore(match));
    }

    /** The place of a match in the order. */
    record Position(BigDecimal score, BigDecimal atMost, String id) {

        boolean isBefore(Match match) {
            int byScore = match.score().compareTo(score);
            int byAtMost = match.atMost().compareTo(atMost);
            return byScore < 0
                    || byScore == 0
                            && (byAtMost < 0 || byAtMost == 0 && match.id().compareTo(id) > 0);
        }
    }

    /** Returns the cursor of the page after a match. It has the day, so that a walk does not change at midnight. */
    public String cursorAfter(Match match, long revision) {
        return new Cursor(fingerprint, revision, List.of(match.score(), match.atMost(), day), match.id()).text();
    }
}
