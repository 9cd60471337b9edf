package org.startupatlas.network.match.criterion;

/** The codes that both sides have: to be near a country is not to reach it. */
final class SameCodes extends ClosestCodes {

    SameCodes(String vocabulary) {
        super(vocabulary);
    }

    @Override
    double between(String one, String other, Closeness closeness) {
        return one.equals(other) ? 1 : 0;
    }
}
