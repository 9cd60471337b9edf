package org.startupatlas.reconcile.match;

/**
 * How like a text is to the names of an entity.
 *
 * @param score from 0 to 100; 100 only for the same name, unless it is an acronym
 * @param isSame whether the entity has the name, however it is spelled
 * @param isMain whether it is the name of the record rather than another name
 * @param isAcronym whether it is only the same as an acronym
 */
record NameLikeness(double score, boolean isSame, boolean isMain, boolean isAcronym) {

    /** The name of the record before another name, that before an acronym, and the same name before a similar one. */
    boolean isBetterThan(NameLikeness other) {
        return rank() == other.rank() ? score >= other.score : rank() > other.rank();
    }

    private int rank() {
        if (!isSame) {
            return 0;
        }
        int ofOtherName = isAcronym ? 1 : 2;
        return isMain ? 3 : ofOtherName;
    }
}
