package org.startupatlas.network.journey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.startupatlas.network.model.Evidence;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.model.Source;
import org.startupatlas.record.Amount;
import org.startupatlas.record.PartialDate;

/**
 * A step of a startup's journey.
 *
 * @param date as far as it is known, or null
 * @param node the program or the country; null where there is none
 * @param partners those that gave the money
 * @param edition the code of the program's edition, or null
 * @param state the state of the participation or the market, or null
 * @param detail the outcome of a participation, the mode of a market, the type of a round, or the status; or null
 * @param fundingClass the class of a round's money, or null
 * @param amount the money of a round, or null
 */
public record Step(
        RecordKey startup,
        StepKind kind,
        PartialDate date,
        RecordKey node,
        List<RecordKey> partners,
        String edition,
        String state,
        String detail,
        String fundingClass,
        Amount amount,
        Evidence evidence,
        List<Source> sources) {

    /** By the first day that the date can mean, as dates sort everywhere; those without a date are the last. */
    static final Comparator<Step> ORDER = Comparator.comparing(
                    Step::date,
                    Comparator.nullsLast(
                            Comparator.comparing(PartialDate::first).thenComparing(PartialDate::last)))
            .thenComparing(Step::kind)
            .thenComparing(step -> step.evidence().record())
            .thenComparing(step -> step.evidence().pointer());

    public Step {
        partners = List.copyOf(partners);
        sources = List.copyOf(sources);
    }

    /** Returns what is not known of the step: {@code day} where the date is only known in part. */
    public List<String> unknown() {
        List<String> unknown = new ArrayList<>();
        if (date == null) {
            unknown.add("date");
        } else if (!date.first().equals(date.last())) {
            unknown.add("day");
        }
        switch (kind) {
            case PARTICIPATION -> {
                addIfNull(unknown, "edition", edition);
                addIfNull(unknown, "state", state);
                addIfNull(unknown, "outcome", detail);
            }
            case ROUND -> {
                addIfNull(unknown, "type", detail);
                addIfNull(unknown, "class", fundingClass);
                addIfNull(unknown, "amount", amount);
            }
            case MARKET, MARKET_PLANNED, MARKET_ENTERED, ENTITY_ABROAD -> {
                addIfNull(unknown, "state", state);
                addIfNull(unknown, "mode", detail);
            }
            default -> {
                // what it says is its kind and its date
            }
        }
        if (sources.isEmpty()) {
            unknown.add("sources");
        }
        return unknown;
    }

    private static void addIfNull(List<String> unknown, String name, Object value) {
        if (value == null) {
            unknown.add(name);
        }
    }
}
