package org.startupatlas.network.match.criterion;

import java.util.List;

/** The codes that both sides have. */
final class CommonCodes implements Comparison {

    private final boolean needsAll;

    /**
     * @param needsAll whether each of our codes counts, as each pillar that is asked for does; if not, one is enough, as
     *     one language is enough to speak
     */
    CommonCodes(boolean needsAll) {
        this.needsAll = needsAll;
    }

    @Override
    public Compared compare(List<Value> ours, List<Value> theirs, boolean asked, Closeness closeness) {
        if (ours.isEmpty() || theirs.isEmpty()) {
            return Compared.unknown(ours, theirs);
        }
        List<Value> common =
                ours.stream().filter(value -> isAmong(value, theirs)).toList();
        return common.isEmpty()
                ? Comparison.known(0, 0, ours, theirs)
                : Comparison.known(
                        needsAll ? (double) common.size() / ours.size() : 1,
                        common.size(),
                        common,
                        theirs.stream().filter(value -> isAmong(value, common)).toList());
    }

    private static boolean isAmong(Value value, List<Value> others) {
        return others.stream().anyMatch(other -> other.code().equals(value.code()));
    }
}
