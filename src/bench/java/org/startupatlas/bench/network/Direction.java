package org.startupatlas.bench.network;

/** Who is asked for whom. */
enum Direction {
    STARTUP_TO_PROGRAM("a startup's programs", Fact.Kind.PARTICIPATION, true),
    PROGRAM_TO_STARTUP("a program's startups", Fact.Kind.PARTICIPATION, false),
    STARTUP_TO_PARTNER("a startup's investors", Fact.Kind.INVESTMENT, true),
    PARTNER_TO_STARTUP("an investor's startups", Fact.Kind.INVESTMENT, false);

    private final String title;
    private final Fact.Kind kind;
    private final boolean isOfStartup;

    Direction(String title, Fact.Kind kind, boolean isOfStartup) {
        this.title = title;
        this.kind = kind;
        this.isOfStartup = isOfStartup;
    }

    String title() {
        return title;
    }

    Fact.Kind kind() {
        return kind;
    }

    /** Returns the path of the matches of one end of a fact. */
    String path(Fact fact) {
        return isOfStartup
                ? "/v1/startups/" + fact.startup() + "/matches?with=" + kind.resource()
                : "/v1/" + kind.resource() + "/" + fact.other() + "/matches?with=startups";
    }

    /** Returns the id of the other end, which is to be found. */
    String hidden(Fact fact) {
        return isOfStartup ? fact.other() : fact.startup();
    }

    /** Returns how many facts a candidate has, without the hidden one. */
    int popularity(Ecosystem ecosystem, Fact hidden, String candidate) {
        return (int) ecosystem.facts(kind).stream()
                .filter(fact -> !fact.equals(hidden) && hidden(fact).equals(candidate))
                .count();
    }
}
