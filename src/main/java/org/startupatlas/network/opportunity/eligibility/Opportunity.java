package org.startupatlas.network.opportunity.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.startupatlas.network.match.criterion.Hierarchy;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.Program;
import org.startupatlas.record.PartialDate;

/**
 * An edition of a program that can be applied for, or soon can.
 *
 * @param answers the answers to the program's criteria
 * @param verdict null without an applicant
 * @param decidedBy what decides the verdict, or would if it was known; empty without an applicant
 */
public record Opportunity(
        Program program,
        Program.Edition edition,
        Window window,
        Window.State state,
        List<Evaluated> answers,
        Verdict verdict,
        List<String> decidedBy) {

    private static final String ENDED = "ended";

    /** What is open, by its end; behind it what may be open, and what is ahead, by its beginning. */
    private static final Comparator<Opportunity> ORDER = Comparator.comparing(Opportunity::state)
            .thenComparing(Opportunity::decidingDay)
            .thenComparing(opportunity -> opportunity.program().slug())
            .thenComparing(opportunity -> opportunity.edition().code());

    public Opportunity {
        answers = List.copyOf(answers);
        decidedBy = List.copyOf(decidedBy);
    }

    /**
     * Returns the opportunities on a day, and those that open within some days after it. Programs that have ended are
     * left out.
     *
     * @param applicant null without an applicant
     * @param within the number of days after the day, at least 0
     */
    public static List<Opportunity> find(
            Network network, Applicant applicant, Hierarchy hierarchy, LocalDate day, int within) {
        List<Opportunity> found = new ArrayList<>();
        for (Program program : network.programs()) {
            if (ENDED.equals(program.status())) {
                continue;
            }
            for (Program.Edition edition : program.editions()) {
                Window window = new Window(edition.applicationsOpen(), edition.applicationsClose(), edition.end());
                window.state(day, within)
                        .map(state -> of(
                                program,
                                edition,
                                window,
                                state,
                                applicant,
                                evaluation(applicant, hierarchy, window, day)))
                        .ifPresent(found::add);
            }
        }
        found.sort(ORDER);
        return found;
    }

    private static Function<Requirement, Evaluated> evaluation(
            Applicant applicant, Hierarchy hierarchy, Window window, LocalDate day) {
        return applicant == null
                ? requirement -> new Evaluated(requirement, null, List.of())
                : new CriterionEvaluator(applicant, hierarchy, window.firstDay(day), window.closes())::evaluate;
    }

    private static Opportunity of(
            Program program,
            Program.Edition edition,
            Window window,
            Window.State state,
            Applicant applicant,
            Function<Requirement, Evaluated> evaluation) {
        List<Evaluated> answers =
                Requirement.of(program.criteria()).stream().map(evaluation).toList();
        if (applicant == null) {
            return new Opportunity(program, edition, window, state, answers, null, List.of());
        }
        Verdict verdict = Verdict.of(applicant.existence(), answers);
        return new Opportunity(
                program, edition, window, state, answers, verdict, verdict.decidedBy(applicant.existence(), answers));
    }

    private LocalDate decidingDay() {
        PartialDate date = state == Window.State.AHEAD ? window.opens() : window.closes();
        return date == null ? LocalDate.MAX : date.last();
    }
}
