package org.startupatlas.bench.fire;

/** What all writers write to. */
record Pools(Pool startups, Pool participations, Pool fundingRounds) {

    static Pools empty() {
        return new Pools(new Pool(), new Pool(), new Pool());
    }

    Pool of(String resource) {
        return switch (resource) {
            case Writer.STARTUPS -> startups;
            case Writer.PARTICIPATIONS -> participations;
            default -> fundingRounds;
        };
    }
}
