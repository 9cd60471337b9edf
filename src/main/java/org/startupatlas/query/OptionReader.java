package org.startupatlas.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads what a request says beside its filters. */
final class OptionReader {

    private final Register register;
    private final Declaration declaration;
    private final List<Violation> problems;

    OptionReader(Register register, Declaration declaration, List<Violation> problems) {
        this.register = register;
        this.declaration = declaration;
        this.problems = problems;
    }

    /**
     * Reads what there is.
     *
     * @param offered the formats that the answer can have
     * @param accepted the one asked for by the request's headers
     */
    Options read(Map<String, String> options, List<Format> offered, Format accepted) {
        Format format = format(options.get("format"), offered, accepted, problems);
        return new Options(
                words("q", options.get("q"), problems),
                sort(options.get("sort")),
                limit(options.get("limit"), format.defaultLimit()),
                options.get("cursor"),
                bool("total", options.get("total"), problems),
                facets(options.get("facets"), format),
                fields(options.get("fields")),
                expansion(options.get("expand")),
                language(options.get("lang"), problems),
                format);
    }

    /** The format that is asked for, of those that are offered. */
    static Format format(String text, List<Format> offered, Format accepted, List<Violation> problems) {
        List<String> codes = offered.stream().map(Format::code).toList();
        if (text == null) {
            return accepted;
        }
        if (!codes.contains(text)) {
            problems.add(unknown("format", "unknown-value", text, codes));
            return accepted;
        }
        return Format.ofCode(text).orElseThrow();
    }

    static Language language(String text, List<Violation> problems) {
        if (text == null) {
            return null;
        }
        List<String> codes =
                Arrays.stream(Language.values()).map(Language::code).toList();
        return Language.ofCode(text).orElseGet(() -> {
            problems.add(unknown("lang", "unknown-value", text, codes));
            return null;
        });
    }

    /** Words to be found; null if there are none, or if they are wrong. */
    static String words(String parameter, String text, List<Violation> problems) {
        if (text == null) {
            return null;
        }
        if (text.length() > Query.LONGEST_WORDS) {
            problems.add(Violation.of(parameter, "too-long", String.valueOf(Query.LONGEST_WORDS)));
            return null;
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            problems.add(Violation.of(parameter, text.isBlank() ? "empty-value" : "no-words"));
            return null;
        }
        return text;
    }

    private int limit(String text, int whenAbsent) {
        return limit(text, Query.LEAST_LIMIT, Query.GREATEST_LIMIT, whenAbsent, problems);
    }

    static int limit(String text, int least, int greatest, int whenAbsent, List<Violation> problems) {
        if (text == null) {
            return whenAbsent;
        }
        int limit = ValueTypes.INTEGER.read(text).orElse(-1);
        if (limit < least || limit > greatest) {
            problems.add(Violation.of("limit", "out-of-range", text, String.valueOf(least), String.valueOf(greatest)));
            return whenAbsent;
        }
        return limit;
    }

    /** Whether something is asked for; it is not where nothing is said. */
    static boolean bool(String parameter, String text, List<Violation> problems) {
        if (text == null) {
            return false;
        }
        return ValueTypes.BOOLEAN.read(text).orElseGet(() -> {
            problems.add(Violation.of(parameter, "invalid-value", text, "boolean"));
            return false;
        });
    }

    private List<Path> facets(String text, Format format) {
        List<Path> facets = new ArrayList<>();
        List<String> facetable = register.facetable(declaration);
        for (String name : words("facets", text)) {
            if (!facetable.contains(name)) {
                boolean known = register.paths(declaration).containsKey(name);
                problems.add(unknown("facets", known ? "not-facetable" : "unknown-field", name, facetable));
            } else if (facets.stream().anyMatch(other -> other.name().equals(name))) {
                problems.add(Violation.of("facets", "repeated-value", name));
            } else {
                facets.add(register.path(declaration, name));
            }
        }
        if (facets.size() > Query.MOST_FACETS) {
            problems.add(Violation.of("facets", "too-many", String.valueOf(Query.MOST_FACETS)));
        }
        if (text != null && !format.hasFrame()) {
            problems.add(Violation.of("facets", "not-together", "format=" + format.code()));
        }
        return facets;
    }

    private List<Sort> sort(String text) {
        List<Sort> sort = new ArrayList<>();
        List<String> sortable = register.sortable(declaration);
        for (String key : words("sort", text)) {
            boolean descending = key.startsWith("-");
            String name = descending ? key.substring(1) : key;
            if (!sortable.contains(name)) {
                boolean known = register.paths(declaration).containsKey(name);
                Violation violation = unknown("sort", known ? "not-sortable" : "unknown-field", name, sortable);
                problems.add(
                        descending && violation.didYouMean() != null
                                ? violation.meaning("-" + violation.didYouMean())
                                : violation);
            } else if (sort.stream().anyMatch(other -> other.path().name().equals(name))) {
                problems.add(Violation.of("sort", "repeated-value", name));
            } else {
                sort.add(new Sort(register.path(declaration, name), descending));
            }
        }
        if (sort.size() > Query.MOST_SORT_KEYS) {
            problems.add(Violation.of("sort", "too-many", String.valueOf(Query.MOST_SORT_KEYS)));
        }
        return sort;
    }

    List<String> fields(String text) {
        if (text == null) {
            return null;
        }
        List<String> showable = showable(declaration);
        List<String> fields = words("fields", text);
        fields.stream()
                .filter(name -> !showable.contains(name))
                .forEach(name -> problems.add(unknown("fields", "unknown-field", name, showable)));
        return fields;
    }

    /** The fields that can be shown alone: all, and the parts of single objects. */
    static List<String> showable(Declaration declaration) {
        return declaration.fields().stream()
                .flatMap(field -> Stream.concat(
                        Stream.of(field.name()),
                        field.shape() == Field.Shape.OBJECT
                                ? field.parts().stream().map(part -> field.name() + "." + part.name())
                                : Stream.of()))
                .toList();
    }

    private Expansion expansion(String text) {
        Map<String, Expansion> names = new LinkedHashMap<>();
        for (String dotted : words("expand", text)) {
            String[] parts = dotted.split("\\.", -1);
            if (parts.length > Query.DEEPEST_EXPANSION) {
                problems.add(Violation.of("expand", "too-deep", dotted, String.valueOf(Query.DEEPEST_EXPANSION)));
            } else if (canExpand(declaration, parts[0], dotted)) {
                Expansion inner = names.getOrDefault(parts[0], Expansion.NONE);
                names.put(parts[0], parts.length == 1 ? inner : second(inner, parts, dotted));
            }
        }
        return names.isEmpty() ? Expansion.NONE : new Expansion(names);
    }

    private Expansion second(Expansion inner, String[] parts, String dotted) {
        String target = Expansion.target(declaration, parts[0]).orElse(null);
        if (target == null) {
            problems.add(unknown("expand", "unknown-expansion", dotted, Expansion.possible(declaration)));
            return inner;
        }
        if (!canExpand(register.get(target), parts[1], dotted)) {
            return inner;
        }
        Map<String, Expansion> names = new LinkedHashMap<>(inner.names());
        names.put(parts[1], Expansion.NONE);
        return new Expansion(names);
    }

    private boolean canExpand(Declaration of, String name, String dotted) {
        List<String> possible = Expansion.possible(of);
        if (possible.contains(name)) {
            return true;
        }
        String prefix = dotted.substring(0, dotted.length() - name.length());
        problems.add(unknown(
                "expand",
                "unknown-expansion",
                dotted,
                possible.stream()
                        .map(word -> prefix.endsWith(".") ? prefix + word : word)
                        .toList()));
        return false;
    }

    List<String> words(String parameter, String text) {
        return text == null
                ? List.of()
                : CommaList.read(parameter, text, problems).orElse(List.of());
    }

    static Violation unknown(String parameter, String code, String typed, Collection<String> words) {
        return Violation.of(parameter, code, typed, String.join(", ", words))
                .meaning(Spelling.nearest(typed, words).orElse(null));
    }
}
