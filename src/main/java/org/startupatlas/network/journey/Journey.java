package org.startupatlas.network.journey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.startupatlas.network.model.Link;
import org.startupatlas.network.model.LinkKind;
import org.startupatlas.network.model.Milestone;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.model.Startup;

/**
 * The journey of a startup: what happened to it in the order of time, and what of it is not known.
 *
 * @param steps in the order of their dates
 * @param notKnown the kinds of steps of which no record says anything
 * @param none the kinds of steps of which a record says that there is none
 * @param notClosedOn the last day on which it had certainly not closed; null if none is known
 * @param noMarketOn the last day on which a source says that it has no markets; null if none does
 */
public record Journey(
        Startup startup,
        List<Step> steps,
        List<StepKind> notKnown,
        List<StepKind> none,
        LocalDate notClosedOn,
        LocalDate noMarketOn) {

    private static final String CLOSED = "closed";

    private static final Set<String> EXITED = Set.of("acquired", "merged", "public");

    private static final Set<String> PLANNED = Set.of("exploring", "preparing", "piloting");

    private static final Set<String> ENTERED = Set.of("entered", "scaling");

    /** The modes of being in a country with a company there. */
    private static final Set<String> WITH_ENTITY = Set.of("subsidiary", "joint_venture");

    /** The states in which a startup does not take part. */
    private static final Set<String> NOT_IN = Set.of("applied", "rejected");

    /** The kinds that every journey either has, lacks or leaves open. */
    private static final List<StepKind> EXPECTED = List.of(
            StepKind.FOUNDED,
            StepKind.PARTICIPATION,
            StepKind.ROUND,
            StepKind.MARKET_ENTERED,
            StepKind.ENTITY_ABROAD,
            StepKind.EXIT,
            StepKind.CLOSED);

    public Journey {
        steps = List.copyOf(steps);
        notKnown = List.copyOf(notKnown);
        none = List.copyOf(none);
    }

    /** Returns the journey of a startup. */
    public static Journey of(Network network, Startup startup) {
        List<Step> steps = new ArrayList<>();
        network.milestones(startup.key())
                .forEach(milestone -> step(milestone, network).ifPresent(steps::add));
        if (steps.stream().filter(step -> step.kind() == StepKind.EXIT).count() > 1) {
            // The status repeats what a round says with a date.
            steps.removeIf(step ->
                    step.kind() == StepKind.EXIT && step.evidence().record().equals(startup.key()));
        }
        network.linksFrom(startup.key())
                .forEach(link -> step(link, startup.country(), network).ifPresent(steps::add));
        steps.sort(Step.ORDER);
        List<StepKind> none = none(network, startup);
        return new Journey(
                startup,
                steps,
                EXPECTED.stream()
                        .filter(kind -> !none.contains(kind)
                                && steps.stream().noneMatch(step -> step.kind() == kind || isEntry(step, kind)))
                        .toList(),
                none.stream()
                        .filter(kind -> steps.stream().noneMatch(step -> step.kind() == kind))
                        .toList(),
                notClosedOn(network, startup, steps),
                day(network, startup, Milestone.Kind.NO_MARKET).orElse(null));
    }

    /** Returns whether a link is a participation in which the startup takes part, now or some time. */
    static boolean takesPart(Link link) {
        return link.kind() == LinkKind.PARTICIPATION
                && !NOT_IN.contains(Objects.requireNonNullElse(link.validity().status(), ""));
    }

    private static boolean isEntry(Step step, StepKind kind) {
        return kind == StepKind.MARKET_ENTERED && step.kind() == StepKind.ENTITY_ABROAD;
    }

    private static List<StepKind> none(Network network, Startup startup) {
        List<StepKind> none = new ArrayList<>();
        if (day(network, startup, Milestone.Kind.NO_MARKET).isPresent()) {
            none.addAll(List.of(StepKind.MARKET_ENTERED, StepKind.ENTITY_ABROAD));
        }
        if (startup.status() != null && !startup.status().equals(CLOSED)) {
            if (!EXITED.contains(startup.status())) {
                none.add(StepKind.EXIT);
            }
            none.add(StepKind.CLOSED);
        }
        return none;
    }

    private static Optional<LocalDate> day(Network network, Startup startup, Milestone.Kind kind) {
        return network.milestones(startup.key()).stream()
                .filter(milestone -> milestone.kind() == kind)
                .map(milestone -> milestone.date().first())
                .findFirst();
    }

    /** Returns the last day of a source's statement, or of a step that only a startup that has not closed can take. */
    private static LocalDate notClosedOn(Network network, Startup startup, List<Step> steps) {
        return Stream.concat(
                        day(network, startup, Milestone.Kind.SEEN).stream(),
                        steps.stream()
                                .filter(step -> step.date() != null && isSignOfLife(step))
                                .map(step -> step.date().first()))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean isSignOfLife(Step step) {
        return switch (step.kind()) {
            case PARTICIPATION -> !NOT_IN.contains(Objects.requireNonNullElse(step.state(), ""));
            case CLOSED, ROUND, MARKET_ENTERED, ENTITY_ABROAD -> true;
            default -> false;
        };
    }

    private static Optional<Step> step(Milestone milestone, Network network) {
        return kind(milestone)
                .map(kind -> new Step(
                        milestone.startup(),
                        kind,
                        milestone.date(),
                        null,
                        milestone.kind() == Milestone.Kind.ROUND
                                ? investors(milestone.evidence().record(), network)
                                : List.of(),
                        null,
                        null,
                        milestone.code(),
                        milestone.fundingClass(),
                        milestone.amount(),
                        milestone.evidence(),
                        milestone.sources()));
    }

    private static Optional<StepKind> kind(Milestone milestone) {
        return switch (milestone.kind()) {
            case FOUNDED -> Optional.of(StepKind.FOUNDED);
            case ROUND -> Optional.of(isExit(milestone) ? StepKind.EXIT : StepKind.ROUND);
            case STATUS -> CLOSED.equals(milestone.code())
                    ? Optional.of(StepKind.CLOSED)
                    : Optional.of(StepKind.EXIT).filter(kind -> EXITED.contains(milestone.code()));
            case SEEN, NO_MARKET -> Optional.empty();
        };
    }

    private static boolean isExit(Milestone round) {
        return "exit".equals(round.fundingClass())
                || (round.fundingClass() == null && "acquisition".equals(round.code()));
    }

    private static List<RecordKey> investors(RecordKey round, Network network) {
        return network.linksProvenBy(round).stream()
                .filter(link -> link.kind() == LinkKind.INVESTMENT)
                .map(Link::from)
                .distinct()
                .toList();
    }

    private static Optional<Step> step(Link link, String seat, Network network) {
        StepKind kind =
                switch (link.kind()) {
                    case PARTICIPATION -> StepKind.PARTICIPATION;
                    case MARKET -> market(link, seat);
                    default -> null;
                };
        return Optional.ofNullable(kind)
                .map(found -> new Step(
                        link.from(),
                        found,
                        link.validity().from(),
                        link.to(),
                        List.of(),
                        network.edition(link.evidence().record()).orElse(null),
                        link.validity().status(),
                        link.detail(),
                        null,
                        null,
                        link.evidence(),
                        link.sources()));
    }

    /** Returns what a market is; {@code seat} is the country of the headquarters, or null if it is not known. */
    private static StepKind market(Link link, String seat) {
        String state = link.validity().status();
        if (state != null && PLANNED.contains(state)) {
            return StepKind.MARKET_PLANNED;
        }
        boolean isEntered = state == null ? link.validity().from() != null : ENTERED.contains(state);
        if (!isEntered) {
            return StepKind.MARKET;
        }
        boolean isAbroad = seat != null && !seat.equals(link.to().id());
        return isAbroad && link.detail() != null && WITH_ENTITY.contains(link.detail())
                ? StepKind.ENTITY_ABROAD
                : StepKind.MARKET_ENTERED;
    }
}
