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

/** The templates of all routes, such as {@code /v1/startups/{id}}, and their matching with paths. */
@Singleton
final class RouteTemplates {

    /** The routes that are registered with Vert.x, not by a resource class. */
    private static final List<String> VERTX_ROUTES = List.of("/v1/changes/stream", "/v1/exports/{resource}");

    /** A variable of a path: {@code {id}}, or {@code {extension:ya?ml}}. */
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::([^}]+))?}");

    private final Node root = new Node();

    /** A node of the tree of path segments. */
    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private final List<Variable> variables = new ArrayList<>();
        private String template;
    }

    private record Variable(Pattern segment, Node node) {}

    RouteTemplates(AllowedMethods methods) {
        Stream.concat(VERTX_ROUTES.stream(), methods.templates().stream()).forEach(this::add);
    }

    /** Returns the template of the route that a path matches, without the patterns of its variables. */
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
        node.template = withoutPatterns(template);
    }

    /** Returns a template without the patterns of its variables. */
    static String withoutPatterns(String template) {
        return VARIABLE.matcher(template).replaceAll("{$1}");
    }

    private static Node variable(Node parent, String segment) {
        String pattern = VARIABLE.matcher(segment)
                .replaceAll(
                        variable -> Matcher.quoteReplacement(variable.group(2) == null ? "[^/]+" : variable.group(2)));
        for (Variable variable : parent.variables) {
            if (variable.segment.pattern().equals(pattern)) {
                return variable.node;
            }
        }
        Node node = new Node();
        parent.variables.add(new Variable(Pattern.compile(pattern), node));
        return node;
    }

    private static String find(Node node, List<String> segments, int index) {
        if (index == segments.size()) {
            return node.template;
        }
        String segment = segments.get(index);
        Node literal = node.literals.get(segment);
        String found = literal == null ? null : find(literal, segments, index + 1);
        for (int i = 0; found == null && i < node.variables.size(); i++) {
            Variable variable = node.variables.get(i);
            if (variable.segment.matcher(segment).matches()) {
                found = find(variable.node, segments, index + 1);
            }
        }
        return found;
    }
}
