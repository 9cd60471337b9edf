package org.startupatlas.network.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.startupatlas.network.journey.Course.Occurrence;

/** The milestones that cohorts are counted by. */
enum Target {

    /**
     * It entered a country other than that of its headquarters. Without known headquarters each country may be its
     * first. Which country the headquarters were in before is not recorded.
     */
    SECOND_COUNTRY(false) {
        @Override
        Stream<Occurrence> occurrences(Journey journey) {
            String seat = journey.startup().country();
            return journey.steps().stream()
                    .filter(step ->
                            step.node() != null && !Objects.equals(step.node().id(), seat))
                    .flatMap(step -> switch (step.kind()) {
                        case MARKET_ENTERED, ENTITY_ABROAD -> occurrence(step, seat != null);
                        case MARKET -> occurrence(step, false);
                        default -> Stream.empty();
                    });
        }

        @Override
        LocalDate absentUntil(Journey journey) {
            return journey.noMarketOn();
        }
    },

    /** It got money of any class: equity, debt, prizes and grants; the sale of the startup is none. */
    RAISED(true) {
        @Override
        Stream<Occurrence> occurrences(Journey journey) {
            return of(journey, StepKind.ROUND).flatMap(step -> occurrence(step, true));
        }
    },

    /** It got equity or debt; money of unknown class may be either. */
    RAISED_EQUITY_OR_DEBT(true) {
        @Override
        Stream<Occurrence> occurrences(Journey journey) {
            return of(journey, StepKind.ROUND)
                    .filter(step -> step.fundingClass() == null || CAPITAL.contains(step.fundingClass()))
                    .flatMap(step -> occurrence(step, step.fundingClass() != null));
        }
    },

    /** It closed. One that was sold or merged has not. */
    CLOSED(false) {
        @Override
        Stream<Occurrence> occurrences(Journey journey) {
            return of(journey, StepKind.CLOSED).flatMap(step -> occurrence(step, true));
        }

        @Override
        LocalDate absentUntil(Journey journey) {
            return journey.notClosedOn();
        }
    };

    private static final List<String> CAPITAL = List.of("equity", "debt");

    private final boolean canRepeat;

    Target(boolean canRepeat) {
        this.canRepeat = canRepeat;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what decides whether a startup reached the milestone after a start. */
    Course course(Journey journey, Span start) {
        return new Course(start, occurrences(journey).toList(), canRepeat, absentUntil(journey));
    }

    abstract Stream<Occurrence> occurrences(Journey journey);

    /** Returns null: no record says that there was no money. */
    LocalDate absentUntil(Journey journey) {
        return null;
    }

    private static Stream<Step> of(Journey journey, StepKind kind) {
        return journey.steps().stream().filter(step -> step.kind() == kind);
    }

    private static Stream<Occurrence> occurrence(Step step, boolean isCertain) {
        return Stream.of(new Occurrence(Span.of(step.date()), isCertain, step));
    }
}
