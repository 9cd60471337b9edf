package org.startupatlas.explore.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.QueryString;

/** The path of a page or a call with its parameters. */
public record PageUrl(String path, List<Parameter> parameters) {

    public PageUrl {
        parameters = List.copyOf(parameters);
    }

    public PageUrl(String path) {
        this(path, List.of());
    }

    /** Returns the values of a parameter that takes several, separated by commas. */
    public List<String> values(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .flatMap(parameter -> Stream.of(parameter.value().split(",")))
                .filter(value -> !value.isBlank())
                .toList();
    }

    public Optional<String> value(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    /** Returns the URL with a parameter that replaces those of its name. */
    public PageUrl with(String name, String value) {
        List<Parameter> changed = new ArrayList<>(without(name).parameters);
        changed.add(new Parameter(name, value));
        return new PageUrl(path, changed);
    }

    public PageUrl without(String... names) {
        return only(parameter -> !List.of(names).contains(parameter.name()));
    }

    public PageUrl only(Predicate<Parameter> kept) {
        return new PageUrl(path, parameters.stream().filter(kept).toList());
    }

    /** Returns the URL with one value of a parameter more or, if it is there, less. */
    public PageUrl toggled(String name, String value) {
        List<String> values = new ArrayList<>(values(name));
        if (!values.remove(value)) {
            values.add(value);
        }
        return values.isEmpty() ? without(name) : with(name, String.join(",", values));
    }

    public PageUrl at(String otherPath) {
        return new PageUrl(otherPath, parameters);
    }

    /** Returns the URL as it stands in links. */
    @Override
    public String toString() {
        return parameters.isEmpty() ? path : path + "?" + QueryString.write(parameters);
    }
}
