package org.startupatlas.query;

import java.util.Collection;
import java.util.List;

/**
 * A number that can be summed.
 *
 * @param name as requests write it: the field's name, or that of its object where the object has no other number
 * @param path where it is
 * @param parting what it is never summed across
 */
public record Measure(String name, Path path, List<Dimension> parting) {

    public Measure {
        parting = List.copyOf(parting);
    }

    /** The numbers of a resource; one that is parted by what records cannot be counted by is none. */
    static List<Measure> of(Declaration declaration, Collection<Path> own, Register register) {
        return own.stream()
                .filter(path -> isNumber(declaration, path))
                .filter(path -> register.parting(declaration, path).stream()
                        .noneMatch(parting -> Dimension.of(parting).isEmpty()))
                .map(path -> new Measure(
                        name(declaration, path),
                        path,
                        register.parting(declaration, path).stream()
                                .map(Dimension::plain)
                                .toList()))
                .toList();
    }

    /** A version and a latitude are numbers too, but nothing that is summed. */
    private static boolean isNumber(Declaration declaration, Path path) {
        return path.steps().isEmpty()
                && isNumber(path.field())
                && !CommonFields.include(path.name())
                && !top(declaration, path).isPoint();
    }

    private static boolean isNumber(Field field) {
        return field.type() == ValueTypes.INTEGER || field.type() == ValueTypes.DECIMAL;
    }

    private static String name(Declaration declaration, Path path) {
        Field top = top(declaration, path);
        return top.parts().stream().filter(Measure::isNumber).count() == 1 ? top.name() : path.name();
    }

    private static Field top(Declaration declaration, Path path) {
        return declaration.field(path.json().get(0)).orElseThrow();
    }
}
