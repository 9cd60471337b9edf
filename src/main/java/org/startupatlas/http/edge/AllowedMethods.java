package org.startupatlas.http.edge;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.startupatlas.http.problem.ProblemKind;
import org.startupatlas.schema.Relation;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** The methods of each path, for {@code Allow} on OPTIONS and 405. A path without methods is unknown. */
@Singleton
final class AllowedMethods {

    /** A variable in a path template: {@code {id}}, or {@code {extension:ya?ml}}. */
    private static final Pattern TEMPLATE = Pattern.compile("\\{(\\w+)(?::([^}]+))?}");

    /** The routes that are not those of a resource class: streams and Quarkus's own. */
    private static final List<String> OTHER_ROUTES = List.of(
            "/v1/changes/stream",
            "/v1/exports/{export}",
            "/q/health",
            "/q/health/{check:live|ready|started|well}",
            "/q/metrics",
            "/q/swagger-ui",
            "/q/swagger-ui/{file}");

    /**
     * The resource below which a path segment is a code, which may be any, where other resources have their relations.
     */
    private static final String VOCABULARIES = "vocabularies";

    /** The methods by path pattern, the pattern with the most literal characters first, as JAX-RS matches. */
    private final Map<String, Set<String>> methods = new TreeMap<>(
            Comparator.comparingInt(AllowedMethods::literals).reversed().thenComparing(Comparator.naturalOrder()));

    private final Map<String, Pattern> patterns = new HashMap<>();
    private final Set<String> templates = new TreeSet<>();
    private final Map<String, String> commonValues;

    AllowedMethods(BeanManager beans, SchemaRegistry registry) {
        commonValues = Map.of("resource", resources(registry), "export", resources(registry) + "|all\\.zip");
        for (Bean<?> bean : beans.getBeans(Object.class)) {
            Path root = bean.getBeanClass().getAnnotation(Path.class);
            if (root != null) {
                addRoutes(root.value(), bean.getBeanClass(), registry);
            }
        }
        OTHER_ROUTES.forEach(path -> add(path, commonValues, HttpMethod.GET));
    }

    private static String resources(SchemaRegistry registry) {
        return registry.schemas().stream().map(ResourceSchema::resource).collect(Collectors.joining("|"));
    }

    private static String problems() {
        return Arrays.stream(ProblemKind.values()).map(ProblemKind::code).collect(Collectors.joining("|"));
    }

    /** Returns the value of {@code Allow}; empty for an unknown path. */
    String of(String path) {
        for (Map.Entry<String, Set<String>> route : methods.entrySet()) {
            if (patterns.get(route.getKey()).matcher(path).matches()) {
                return String.join(", ", route.getValue());
            }
        }
        return "";
    }

    /** Returns the path templates of all resource classes as annotated. */
    Set<String> templates() {
        return Collections.unmodifiableSet(templates);
    }

    /** Adds inherited routes too: an overriding method inherits the annotations without repeating them. */
    private void addRoutes(String root, Class<?> resource, SchemaRegistry registry) {
        Map<String, String> routeValues = new HashMap<>(commonValues);
        String name = root.substring(root.lastIndexOf('/') + 1);
        registry.find(name)
                .filter(schema -> !schema.resource().equals(VOCABULARIES))
                .ifPresent(schema -> routeValues.put("relation", relations(schema)));
        if (name.equals("problems")) {
            routeValues.put("code", problems());
        }
        for (Class<?> type = resource; type != Object.class; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                Path path = method.getAnnotation(Path.class);
                String template = (path == null ? root : root + "/" + path.value()).replaceAll("//+", "/");
                Arrays.stream(method.getAnnotations())
                        .map(Annotation::annotationType)
                        .map(annotation -> annotation.getAnnotation(HttpMethod.class))
                        .filter(verb -> verb != null)
                        .forEach(verb -> {
                            templates.add(template);
                            add(template, routeValues, verb.value());
                        });
            }
        }
    }

    private static String relations(ResourceSchema schema) {
        return schema.relations().stream().map(Relation::name).collect(Collectors.joining("|"));
    }

    private void add(String path, Map<String, String> values, String method) {
        String pattern = pattern(path, values);
        patterns.computeIfAbsent(pattern, Pattern::compile);
        Set<String> all = methods.computeIfAbsent(pattern, key -> new TreeSet<>(Set.of(HttpMethod.OPTIONS)));
        all.add(method);
        if (method.equals(HttpMethod.GET)) {
            all.add(HttpMethod.HEAD);
        }
    }

    /** Returns a pattern in which only the variables are in parentheses. */
    private static String pattern(String path, Map<String, String> values) {
        StringBuilder pattern = new StringBuilder();
        for (String segment : path.replace(".", "\\.").split("/")) {
            if (!segment.isEmpty()) {
                pattern.append('/').append(TEMPLATE.matcher(segment).replaceAll(template -> {
                    String regex = template.group(2) == null ? "[^/]+" : template.group(2);
                    return Matcher.quoteReplacement("(" + values.getOrDefault(template.group(1), regex) + ")");
                }));
            }
        }
        return pattern.append("/?").toString();
    }

    private static int literals(String pattern) {
        return pattern.replaceAll("\\(.*?\\)", "").length();
    }
}
