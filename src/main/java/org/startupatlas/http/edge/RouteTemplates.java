package org.startupatlas.http.edge;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The templates of all routes, {@code /v1/startups/{id}}, and which of them a path matches. */
@Singleton
final class RouteTemplates {

    /** The routes that are Vert.x's, not those of a resource. */
    private static final List<String> OF_VERTX = List.of("/v1/changes/stream", "/v1/exports/{resource}");

    /** A variable of a path: {@code {id}}, or {@code {extension:ya?ml}}. */
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::([^}]+))?}");

    private final Node root = new Node();

    /** What stands at a place in paths, and what may follow. */
    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private final List<Variable> variables = new ArrayList<>();
        private String template;
    }

    private record Variable(Pattern segment, Node node) {}

    RouteTemplates(AllowedMethods methods) {
        Stream.concat(OF_VERTX.stream(), methods.templates().stream()).forEach(this::add);
    }

    /** The template of the route that a path leads to, with the bare names of its variables. */
    Optional<String> of(String path) {
        return Optional.ofNullable(find(root, segments(path), 0));
    }

    private static List<String> segments(String path) {
        return Arrays.asList(path.substring(path.startsWith("/") ? 1 : 0).split("/"));
    }

    private void add(String template) {
        Node node = root;
        for (String segment : segments(template)) {
            node = segment.contains("{")
                    ? variable(node, segment)
                    : node.literals.computeIfAbsent(segment, literal -> new Node());
        }
        node.template = bare(template);
    }

    /** A template without the patterns of its variables. */
    static String bare(String template) {
        return VARIABLE.matcher(template).replaceAll("{$1}");
    }

    private static Node variable(Node parent, String segment) {
        String pattern = VARIABLE.matcher(segment)
                .replaceAll(
                        variable -> Matcher.quoteReplacement(variable.group(2) == null ? "[^/]+" : variable.group(2)));
        for (Variable known : parent.variables) {
            if (known.segment.pattern().equals(pattern)) {
                return known.node;
            }
        }
        Node node = new Node();
        parent.variables.add(new Variable(Pattern.compile(pattern), node));
        return node;
    }

    private static String find(Node node, List<String> segments, int place) {
        if (place == segments.size()) {
            return node.template;
        }
        String segment = segments.get(place);
        Node literal = node.literals.get(segment);
        String found = literal == null ? null : find(literal, segments, place + 1);
        for (int i = 0; found == null && i < node.variables.size(); i++) {
            Variable variable = node.variables.get(i);
            if (variable.segment.matcher(segment).matches()) {
                found = find(variable.node, segments, place + 1);
            }
        }
        return found;
    }
}
