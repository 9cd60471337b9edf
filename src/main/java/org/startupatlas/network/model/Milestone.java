package org.startupatlas.network.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.startupatlas.network.model.Documents.FundingRound;
import org.startupatlas.record.Amount;
import org.startupatlas.record.Claim;
import org.startupatlas.record.PartialDate;

/**
 * What happened to a startup, or did not happen, as one record says. Participations and markets are {@link Link}s.
 *
 * @param code the type of a round, or the status of a startup; null where there is none
 * @param fundingClass the class of a round's money, or null
 * @param amount the money of a round, or null
 * @param date when it happened, or null; of {@link Kind#SEEN} and {@link Kind#NO_MARKET} the day of the claim
 */
public record Milestone(
        Kind kind,
        RecordKey startup,
        String code,
        String fundingClass,
        Amount amount,
        PartialDate date,
        Evidence evidence,
        List<Source> sources) {

    /** What a milestone says. */
    public enum Kind {

        /** The startup was founded. */
        FOUNDED,

        /** It got money. */
        ROUND,

        /** It has a status now; the date is when it closed. */
        STATUS,

        /** A source gave it a status on a day, by which it had not closed. */
        SEEN,

        /** A source said on a day that there are no markets. */
        NO_MARKET
    }

    private static final String CLOSED = "closed";

    /** The reason of absence that says that there is no value; with the others the value is not known. */
    private static final String NOT_APPLICABLE = "not_applicable";

    /** The confidences of what a source says; inferred values are not among them. */
    private static final Set<String> STATED = Set.of("reported", "verified");

    static final Comparator<Milestone> ORDER = Comparator.comparing(Milestone::kind)
            .thenComparing(milestone -> milestone.evidence().record())
            .thenComparing(milestone -> milestone.evidence().pointer());

    public Milestone {
        sources = List.copyOf(sources);
    }

    /** Returns what the record of a startup says. */
    static List<Milestone> of(Startup startup, LinkFactory factory) {
        List<Milestone> milestones = new ArrayList<>();
        if (startup.foundation() != null) {
            String pointer = startup.founded() == null ? "/founded_year" : "/founded";
            milestones.add(of(Kind.FOUNDED, startup, null, startup.foundation(), pointer, factory));
        }
        if (startup.status() != null || startup.closed() != null) {
            String status = startup.closed() == null ? startup.status() : CLOSED;
            String pointer = startup.closed() == null ? "/status" : "/closed";
            milestones.add(of(Kind.STATUS, startup, status, startup.closed(), pointer, factory));
        }
        if (startup.status() != null && !startup.status().equals(CLOSED)) {
            lastDay(factory.claims("status").filter(claim -> claim.used() && claim.absent() == null))
                    .ifPresent(
                            day -> milestones.add(of(Kind.SEEN, startup, startup.status(), day, "/status", factory)));
        }
        if (startup.markets().isEmpty()) {
            lastDay(factory.claims("markets").filter(claim -> NOT_APPLICABLE.equals(claim.absent())))
                    .ifPresent(day -> milestones.add(of(Kind.NO_MARKET, startup, null, day, "/markets", factory)));
        }
        return milestones;
    }

    /** Returns what a round says. */
    static Milestone of(FundingRound round, LinkFactory factory) {
        return new Milestone(
                Kind.ROUND,
                RecordKey.startup(round.startup()),
                round.type(),
                round.fundingClass(),
                round.amount(),
                round.date(),
                factory.evidence(""),
                factory.sources("/date"));
    }

    private static Milestone of(
            Kind kind, Startup startup, String code, PartialDate date, String pointer, LinkFactory factory) {
        return new Milestone(
                kind, startup.key(), code, null, null, date, factory.evidence(pointer), factory.sources(pointer));
    }

    /** Returns the latest day of which claims speak: that of publication, which the day of reading may be long after. */
    private static Optional<PartialDate> lastDay(Stream<Claim> claims) {
        return claims.filter(claim -> STATED.contains(claim.confidence()))
                .map(claim -> claim.published() == null ? claim.seen() : claim.published())
                .filter(Objects::nonNull)
                .max(Comparator.comparing(PartialDate::first, Comparator.<LocalDate>naturalOrder()));
    }
}
