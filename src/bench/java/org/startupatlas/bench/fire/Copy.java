package org.startupatlas.bench.fire;

import java.util.Map;
import java.util.TreeMap;

/** A copy of records that applies changes and asserts that each fits. */
final class Copy {

    private final Map<String, String> records = new TreeMap<>();
    private final boolean isStrict;
    private long position;

    private Copy(boolean isStrict, long position) {
        this.isStrict = isStrict;
        this.position = position;
    }

    /** An empty copy from the beginning of the log: each change must fit what is there. */
    static Copy fromBeginning() {
        return new Copy(true, 0);
    }

    /** A copy that was walked, whose rows may be later than its revision: some changes may come twice. */
    static Copy ofWalk(Map<String, String> walked, long revision) {
        Copy copy = new Copy(false, revision);
        copy.records.putAll(walked);
        return copy;
    }

    void apply(LogEntry change) {
        if (change.revision() <= position) {
            throw new BrokenPromise("revision " + change.revision() + " comes behind " + position);
        }
        position = change.revision();
        boolean wasIn = change.record() == null || change.op().equals("left")
                ? records.remove(change.name()) != null
                : records.put(change.name(), change.record()) != null;
        boolean isNew = change.op().equals("created") || change.op().equals("entered");
        if (isStrict && wasIn == isNew) {
            throw new BrokenPromise("a copy " + (wasIn ? "has " : "does not have ") + change.name() + ", which is "
                    + change.op() + " at revision " + change.revision());
        }
    }

    /** Returns the revision of the last applied change. */
    long position() {
        return position;
    }

    Map<String, String> records() {
        return new TreeMap<>(records);
    }
}
