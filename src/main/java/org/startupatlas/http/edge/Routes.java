package org.startupatlas.http.edge;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import jakarta.ws.rs.HttpMethod;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;
import org.startupatlas.http.problem.Problem;
import org.startupatlas.query.ExportQuery;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** All routes, whether of a resource class or registered with Vert.x, as a tree of path segments. */
@Singleton
final class Routes {

    /** The documented routes of Quarkus; its router has more. */
    private static final List<String> MANAGEMENT = List.of(
            "/q/health",
            "/q/health/{check:live|ready|started|well}",
            "/q/metrics",
            "/q/swagger-ui",
            "/q/swagger-ui/{file}");

    /** A variable of a path: {@code {id}}, or {@code {extension:ya?ml}}. */
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::([^}]+))?}");

    /** A variable in the path of a Vert.x route. */
    private static final Pattern VERTX_VARIABLE = Pattern.compile(":(\\w+)");

    private static final String EXPORTS = "exports";

    /** Suggestions have at most so many segments: clients start with these paths. */
    private static final int MAX_SUGGESTED_SEGMENTS = 2;

    private final SchemaRegistry registry;
    private final Node root = new Node();
    private final Set<String> methods = new TreeSet<>();
    private final Set<String> suggestions = new TreeSet<>();

    Routes(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** The routes that begin with the same segments. */
    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();

        /** By their segments in the templates. */
        private final Map<String, Variable> variables = new LinkedHashMap<>();

        private final Set<String> methods = new TreeSet<>();
        private String template;
    }

    /**
     * A variable segment.
     *
     * @param pattern matches the segments that the route takes
     * @param known accepts those that are not certain to lead to a 404
     */
    private record Variable(Pattern pattern, Predicate<String> known, Node node) {
        boolean matches(String segment, boolean isKnown) {
            return pattern.matcher(segment).matches() && (!isKnown || known.test(segment));
        }
    }

    /** Reads the routes after all are registered. */
    void read(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) Router router) {
        RuntimeResourceVisitor.visitRuntimeResources(
                "", ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(), new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                        add(path, method);
                    }
                });
        for (Route route : router.getRoutes()) {
            if (route.getPath() != null && route.getPath().startsWith("/v1/")) {
                add(VERTX_VARIABLE.matcher(route.getPath()).replaceAll("{$1}"), HttpMethod.GET);
            }
        }
        MANAGEMENT.forEach(path -> add(path, HttpMethod.GET));
    }

    private void add(String template, String method) {
        List<String> segments = segments(template);
        Node node = root;
        String literal = "";
        for (String segment : segments) {
            if (segment.contains("{")) {
                String collection = literal;
                node = node.variables.computeIfAbsent(segment, text -> variable(text, collection)).node;
            } else {
                literal = segment;
                node = node.literals.computeIfAbsent(segment, text -> new Node());
            }
        }
        node.template = withoutPatterns("/" + String.join("/", segments));
        node.methods.addAll(Set.of(method, HttpMethod.OPTIONS));
        if (method.equals(HttpMethod.GET)) {
            node.methods.add(HttpMethod.HEAD);
        }
        methods.addAll(node.methods);
        if (!template.contains("{") && segments.size() <= MAX_SUGGESTED_SEGMENTS) {
            suggestions.add(node.template);
        }
    }

    private Variable variable(String segment, String collection) {
        Matcher variable = VARIABLE.matcher(segment);
        String pattern = variable.replaceAll(
                match -> Matcher.quoteReplacement("\\E" + (match.group(2) == null ? "[^/]+" : match.group(2)) + "\\Q"));
        variable.reset();
        return new Variable(
                Pattern.compile("\\Q" + pattern + "\\E"),
                variable.matches() ? known(variable.group(1), collection) : value -> true,
                new Node());
    }

    /**
     * Returns which values of a variable may lead to a response other than 404: below a vocabulary any, since they may be
     * codes, where others have their relations.
     */
    private Predicate<String> known(String variable, String collection) {
        return switch (variable) {
            case "resource" -> value -> registry.find(value).isPresent()
                    || collection.equals(EXPORTS) && value.equals(ExportQuery.ALL_RECORDS);
            case "relation" -> value -> collection.equals(ResourceSchema.VOCABULARIES)
                    || registry.get(collection).relations().stream()
                            .anyMatch(relation -> relation.name().equals(value));
            case "code" -> value -> Arrays.stream(ProblemKind.values())
                    .anyMatch(kind -> kind.code().equals(value));
            default -> value -> true;
        };
    }

    /** Returns a template without the patterns of its variables. */
    static String withoutPatterns(String template) {
        return VARIABLE.matcher(template).replaceAll("{$1}");
    }

    /** Returns the template of the route that a path matches, without the patterns of its variables. */
    Optional<String> template(String path) {
        return find(root, segments(path), false).map(node -> node.template);
    }

    /** Returns the methods of all paths, as a header lists them. */
    String methods() {
        return String.join(", ", methods);
    }

    /** Returns the value of {@code Allow}; empty for an unknown path. */
    Optional<String> allowedMethods(String path) {
        return find(root, segments(path), true).map(node -> String.join(", ", node.methods));
    }

    /** Returns the 405 for a request whose path does not have its method, or the 404 for an unknown path. */
    Problem methodProblem(HttpServerRequest request) {
        return allowedMethods(request.path())
                .map(allow -> Problem.ofStatus(405, request).withHeader("Allow", allow))
                .orElseGet(() -> unknownPath(request));
    }

    /** Returns the 404 for an unknown path, with the nearest path that clients start with. */
    Problem unknownPath(HttpServerRequest request) {
        String path = request.path();
        // Only the segments up to the resource are compared.
        String[] segments = path.split("/", 4);
        String head = segments.length > 2 ? "/" + segments[1] + "/" + segments[2] : "/v1" + path;
        Optional<String> nearest = DidYouMean.nearest(head, suggestions).filter(suggestion -> !suggestion.equals(path));
        return Problem.of(RejectedException.unknownPath(path, nearest.orElse(null)));
    }

    private static List<String> segments(String path) {
        return Arrays.asList(path.substring(path.startsWith("/") ? 1 : 0).split("/"));
    }

    private static Optional<Node> find(Node node, List<String> segments, boolean isKnown) {
        if (segments.isEmpty()) {
            return Optional.of(node).filter(end -> end.template != null);
        }
        String segment = segments.get(0);
        List<String> rest = segments.subList(1, segments.size());
        Node literal = node.literals.get(segment);
        Optional<Node> found = literal == null ? Optional.empty() : find(literal, rest, isKnown);
        Iterator<Variable> variables = node.variables.values().iterator();
        while (found.isEmpty() && variables.hasNext()) {
            Variable variable = variables.next();
            if (variable.matches(segment, isKnown)) {
                found = find(variable.node, rest, isKnown);
            }
        }
        return found;
    }
}
