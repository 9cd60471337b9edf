package org.startupatlas.explore.network.opportunity;

import java.util.List;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.Option;

/**
 * The form that asks whether a startup can apply, with what was written into it.
 *
 * @param action the address that it is sent to
 * @param day the day that the request names, which the form keeps; null if it names none
 * @param startup the startup of the registry, as it was written
 * @param errors what is wrong, each with the link to its input
 */
public record FormView(
        String action,
        String day,
        String startup,
        List<Option> sectors,
        List<Option> stages,
        List<Option> countries,
        List<Option> regions,
        List<Option> labels,
        List<Option> diaspora,
        String founded,
        String headcount,
        String within,
        List<Anchor> errors) {

    public FormView {
        sectors = List.copyOf(sectors);
        stages = List.copyOf(stages);
        countries = List.copyOf(countries);
        regions = List.copyOf(regions);
        labels = List.copyOf(labels);
        diaspora = List.copyOf(diaspora);
        errors = List.copyOf(errors);
    }

    /** Returns whether the value of a field is wrong. */
    public boolean isWrong(String field) {
        return errors.stream().anyMatch(error -> error.href().equals("#" + field));
    }
}
