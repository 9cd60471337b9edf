package org.startupatlas.network.match.ranking;

import static org.startupatlas.network.match.criterion.Criterion.LANGUAGE;
import static org.startupatlas.network.match.criterion.Criterion.OPENNESS;
import static org.startupatlas.network.match.criterion.Criterion.PILLARS;
import static org.startupatlas.network.match.criterion.Criterion.PLACE;
import static org.startupatlas.network.match.criterion.Criterion.REACH;
import static org.startupatlas.network.match.criterion.Criterion.SECTORS;
import static org.startupatlas.network.match.criterion.Criterion.SHARED;
import static org.startupatlas.network.match.criterion.Criterion.STAGE;
import static org.startupatlas.network.match.criterion.Criterion.TECHNOLOGIES;
import static org.startupatlas.network.match.criterion.Criterion.TRACK_RECORD;
import static org.startupatlas.network.model.RecordKey.COUNTRIES;
import static org.startupatlas.network.model.RecordKey.PARTNERS;
import static org.startupatlas.network.model.RecordKey.PROGRAMS;
import static org.startupatlas.network.model.RecordKey.STARTUPS;

import java.util.List;
import java.util.Map;
import org.startupatlas.network.match.criterion.Criterion;

/**
 * Which criteria apply to whom with whom. A criterion is left out where the records of one side never have a value for
 * it, so that it would be unknown in every match.
 */
final class CriteriaTable {

    /** What a described need has in the place of a resource. */
    static final String NEED = "need";

    private static final Map<String, List<Criterion>> TABLE = Map.ofEntries(
            // Whom a startup should meet.
            row(STARTUPS, PROGRAMS, SECTORS, STAGE, PILLARS, PLACE, REACH, SHARED, TRACK_RECORD, LANGUAGE, OPENNESS),
            row(STARTUPS, PARTNERS, SECTORS, STAGE, PILLARS, PLACE, REACH, SHARED, TRACK_RECORD, LANGUAGE, OPENNESS),
            row(STARTUPS, COUNTRIES, REACH, SHARED, TRACK_RECORD, LANGUAGE),
            row(STARTUPS, STARTUPS, SECTORS, TECHNOLOGIES, STAGE, PLACE, REACH, SHARED, LANGUAGE, OPENNESS),
            // The deal flow of a partner, and whom else it should meet.
            row(PARTNERS, STARTUPS, SECTORS, STAGE, PLACE, REACH, SHARED, TRACK_RECORD, LANGUAGE, OPENNESS),
            row(PARTNERS, PROGRAMS, SECTORS, STAGE, PILLARS, PLACE, SHARED, TRACK_RECORD, LANGUAGE, OPENNESS),
            row(PARTNERS, PARTNERS, SECTORS, STAGE, PILLARS, PLACE, SHARED, TRACK_RECORD, LANGUAGE, OPENNESS),
            row(PARTNERS, COUNTRIES, REACH, SHARED, TRACK_RECORD, LANGUAGE),
            // The deal flow of a program, and whom else it should meet.
            row(PROGRAMS, STARTUPS, SECTORS, STAGE, PLACE, REACH, SHARED, TRACK_RECORD, LANGUAGE, OPENNESS),
            row(PROGRAMS, PROGRAMS, SECTORS, STAGE, PILLARS, PLACE, SHARED, TRACK_RECORD, LANGUAGE, OPENNESS),
            row(PROGRAMS, PARTNERS, SECTORS, STAGE, PILLARS, PLACE, REACH, SHARED, TRACK_RECORD, LANGUAGE, OPENNESS),
            row(PROGRAMS, COUNTRIES, REACH, SHARED, TRACK_RECORD, LANGUAGE),
            // A described need, of which only what it names counts.
            row(NEED, PROGRAMS, SECTORS, STAGE, PILLARS, REACH, TRACK_RECORD, LANGUAGE, OPENNESS),
            row(NEED, PARTNERS, SECTORS, STAGE, PILLARS, REACH, TRACK_RECORD, LANGUAGE, OPENNESS),
            row(NEED, COUNTRIES, REACH, TRACK_RECORD, LANGUAGE),
            row(NEED, STARTUPS, SECTORS, TECHNOLOGIES, STAGE, PLACE, TRACK_RECORD, LANGUAGE, OPENNESS));

    private CriteriaTable() {}

    private static Map.Entry<String, List<Criterion>> row(String subject, String candidate, Criterion... criteria) {
        return Map.entry(subject + " " + candidate, List.of(criteria));
    }

    /** Returns the criteria that apply between a subject and candidates, in the order in which they are told. */
    static List<Criterion> criteria(String subject, String candidate) {
        return TABLE.get(subject + " " + candidate);
    }
}
