package org.startupatlas.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One request being read: its parameters, and what is wrong with them. */
final class Reading {

    private final Map<String, String> options = new LinkedHashMap<>();
    private final Map<String, String> others = new LinkedHashMap<>();
    private final List<Violation> problems = new ArrayList<>();

    /**
     * Begins to read.
     *
     * @param known the names of parameters that are no filters
     */
    Reading(List<Parameter> all, Collection<String> known) {
        Set<String> repeated = new HashSet<>();
        for (Parameter parameter : all) {
            Map<String, String> those = known.contains(parameter.name()) ? options : others;
            if (those.putIfAbsent(parameter.name(), parameter.value()) != null && repeated.add(parameter.name())) {
                problems.add(Violation.of(parameter.name(), "repeated-parameter"));
            }
        }
    }

    /** The parameters that are no filters. */
    Map<String, String> options() {
        return options;
    }

    /** The other parameters: filters, if they are anything. */
    Map<String, String> others() {
        return others;
    }

    /** What is wrong so far; those who read on add to it. */
    List<Violation> problems() {
        return problems;
    }

    void refuse(Violation violation) {
        problems.add(violation);
    }

    /** The moment that an option names, if it is given and names one. */
    Optional<Moment> moment(String name) {
        String text = options.get(name);
        if (text == null) {
            return Optional.empty();
        }
        Optional<Moment> moment = Moment.read(name, text);
        if (moment.isEmpty()) {
            problems.add(
                    text.isEmpty()
                            ? Violation.of(name, "empty-value")
                            : Violation.of(name, "invalid-value", text, "moment"));
        }
        return moment;
    }

    void refuseOthers(List<String> known) {
        others.keySet()
                .forEach(name -> problems.add(Violation.of(name, "unknown-parameter")
                        .meaning(Spelling.nearest(name, known).orElse(null))));
    }

    void refuseIfWrong() {
        if (!problems.isEmpty()) {
            throw new InvalidQuery(problems);
        }
    }
}
