package org.startupatlas.network.match.criterion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What two records are compared by. Each criterion compares values of one kind on both sides; the parties say what these
 * are for each kind of record.
 */
public enum Criterion {

    /** The two closest sectors, one of each side. */
    SECTORS("sectors", new ClosestCodes("sectors")),

    /** The two closest technologies. */
    TECHNOLOGIES("technologies", new ClosestCodes("technologies")),

    /** The stage that a startup is in, and those that the other side takes. */
    STAGE("stages", new ClosestStages()),

    /** How many of the pillars that are asked for the other side offers. Only requests ask: no record says what it needs. */
    PILLARS("pillars", new CommonCodes(true)),

    /** Where both are: the same country, or a near one. */
    PLACE(ClosestCodes.COUNTRIES, new ClosestCodes(ClosestCodes.COUNTRIES)),

    /** The countries that one side is in or plans to enter, and those that the other reaches. */
    REACH(ClosestCodes.COUNTRIES, new SameCodes(ClosestCodes.COUNTRIES)),

    /** The programs and partners that both are linked to. */
    SHARED(null, new SharedRecords()),

    /** How much the other side has done: rounds joined, startups supported, programs and rounds passed. */
    TRACK_RECORD(null, new CountedRecords()),

    /** A language that both speak: the languages of their countries, or those that a request names. */
    LANGUAGE(null, new CommonCodes(false)),

    /** Whether the other side is open on the day: by its window, or else by its status. */
    OPENNESS(null, new OpenState());

    private final String vocabulary;
    private final Comparison comparison;

    Criterion(String vocabulary, Comparison comparison) {
        this.vocabulary = vocabulary;
        this.comparison = comparison;
    }

    /** Returns the codes of all criteria. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Criterion::code).toList();
    }

    /** Returns the word that stands for the criterion in parameters and JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Criterion> ofCode(String code) {
        return Arrays.stream(values())
                .filter(criterion -> criterion.code().equals(code))
                .findFirst();
    }

    /** Returns the vocabulary of the compared codes; empty if they are of none. */
    public Optional<String> vocabulary() {
        return Optional.ofNullable(vocabulary);
    }

    /** Returns whether only the other side's values count. */
    public boolean isOfTheirsOnly() {
        return this == TRACK_RECORD || this == OPENNESS;
    }

    /**
     * Compares two sides.
     *
     * @param asked whether a request asks for our values, all of which then count; of a record, the best one counts
     */
    public Compared compare(List<Value> ours, List<Value> theirs, boolean asked, Closeness closeness) {
        return comparison.compare(ours, theirs, asked, closeness);
    }
}
