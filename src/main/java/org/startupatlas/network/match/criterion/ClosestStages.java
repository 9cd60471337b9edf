package org.startupatlas.network.match.criterion;

/** The closest pair of stages: neighbours in the vocabulary's order are half as close as the same. */
final class ClosestStages extends ClosestCodes {

    private static final String STAGES = "stages";
    private static final double NEIGHBOURS = 0.5;

    ClosestStages() {
        super(STAGES);
    }

    @Override
    double between(String one, String other, Closeness closeness) {
        boolean areSteps = closeness.isLeaf(STAGES, one) && closeness.isLeaf(STAGES, other);
        if (!areSteps || one.equals(other)) {
            return super.between(one, other, closeness);
        }
        // An idea and a seed round are both early, but no program that takes the one takes the other for that.
        int distance = Math.abs(closeness.position(STAGES, one) - closeness.position(STAGES, other));
        return distance == 1 ? NEIGHBOURS : 0;
    }
}
