package org.startupatlas.bundle;

import java.util.Arrays;
import org.startupatlas.record.Claim;
import org.startupatlas.record.PartialDate;

/** A collection of raw files. The records of the first one come first in every list. */
enum RawCollection {
    /** The collection of the first edition. Not all of its files say when their sources were read. */
    FIRST("ecosystem", null),

    /** The collection that the second edition adds. All of its sources were read on one day. */
    SECOND("ecosystem_2026", PartialDate.of("2026-11-29"));

    private final String folder;
    private final PartialDate seen;

    RawCollection(String folder, PartialDate seen) {
        this.folder = folder;
        this.seen = seen;
    }

    /** Returns a file of the collection. */
    RawTable table(String name) {
        return RawTable.of(folder + "/" + name + ".csv");
    }

    /** Returns the number of rows that earlier collections have in a file. */
    int before(String name) {
        return Arrays.stream(values())
                .filter(each -> each.compareTo(this) < 0)
                .mapToInt(each -> each.table(name).size())
                .sum();
    }

    /** Returns the number of rows that all collections have in a file. */
    static int rows(String name) {
        return Arrays.stream(values()).mapToInt(each -> each.table(name).size()).sum();
    }

    /** Returns whether a claim says that its source was read for this collection, as far as that is known. */
    boolean isSeen(Claim claim) {
        return seen == null || seen.equals(claim.seen());
    }
}
