package org.startupatlas.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a criterion of eligibility is about. The list is closed, because each kind is compared in its own way; what is none
 * of them is {@link #OTHER}, which nobody can answer from records.
 */
public enum CriterionKind {
    SECTOR("sectors"),
    TECHNOLOGY("technologies"),
    BUSINESS_MODEL("business_models"),
    STAGE("stages"),
    COUNTRY("countries"),
    /** A part of the world that the country lies in. */
    AREA("m49_areas"),
    REGION("regions"),
    LABEL("official_labels"),
    DIASPORA,
    AGE,
    HEADCOUNT,
    FOUNDED_AFTER,
    FOUNDED_BEFORE,
    OTHER;

    /** The maximum number of employees, of startups and in criteria. */
    public static final int MAX_HEADCOUNT = 10_000_000;

    /** The maximum age in years. A greater number is no age of a startup, but a year of foundation or a misprint. */
    public static final int MAX_AGE = 200;

    private final String code = name().toLowerCase(Locale.ROOT);
    private final String vocabulary;

    CriterionKind() {
        this(null);
    }

    CriterionKind(String vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Returns the word in JSON. */
    public String code() {
        return code;
    }

    /** Returns the vocabulary of the codes that are accepted; null for kinds without codes. */
    public String vocabulary() {
        return vocabulary;
    }

    /** Returns whether a criterion has a code; several of the same kind are alternatives then. */
    public boolean hasCode() {
        return vocabulary != null || this == DIASPORA;
    }

    /** Returns whether a criterion has a least and a greatest number, of which one may be absent. */
    public boolean hasRange() {
        return this == AGE || this == HEADCOUNT;
    }

    /** Returns the maximum of the numbers of a kind that has a range. */
    public int max() {
        return this == AGE ? MAX_AGE : MAX_HEADCOUNT;
    }

    /** Returns whether a criterion has a date. */
    public boolean hasDate() {
        return this == FOUNDED_AFTER || this == FOUNDED_BEFORE;
    }

    public static Optional<CriterionKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** Returns the words in JSON, in the order of the kinds. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(CriterionKind::code).toList();
    }
}
