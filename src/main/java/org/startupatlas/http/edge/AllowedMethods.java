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

/** The methods of each path, as {@code Allow} names them on OPTIONS and 405 alike; a path without any is unknown. */
@Singleton
final class AllowedMethods {

    /** A part of a path that stands for many: {@code {id}}, or {@code {extension:ya?ml}}. */
    private static final Pattern TEMPLATE = Pattern.compile("\\{(\\w+)(?::([^}]+))?}");

    /** The routes that are none of a resource class: those that stream, and Quarkus's own. */
    private static final List<String> OTHER_ROUTES = List.of(
            "/v1/changes/stream",
            "/v1/exports/{export}",
            "/q/health",
            "/q/health/{check:live|ready|started|well}",
            "/q/metrics",
            "/q/swagger-ui",
            "/q/swagger-ui/{file}");

    /** Under one of these stand its codes, of which any may exist, where other resources have their relations. */
    private static final String VOCABULARIES = "vocabularies";

    /** By the pattern that a path matches, the one with the most literal characters first, as JAX-RS matches. */
    private final Map<String, Set<String>> methods = new TreeMap<>(
            Comparator.comparingInt(AllowedMethods::literals).reversed().thenComparing(Comparator.naturalOrder()));

    private final Map<String, Pattern> patterns = new HashMap<>();
    private final Set<String> templates = new TreeSet<>();
    private final Map<String, String> words;

    AllowedMethods(BeanManager beans, SchemaRegistry register) {
        words = Map.of("resource", resources(register), "export", resources(register) + "|all\\.zip");
        for (Bean<?> bean : beans.getBeans(Object.class)) {
            Path root = bean.getBeanClass().getAnnotation(Path.class);
            if (root != null) {
                addRoutes(root.value(), bean.getBeanClass(), register);
            }
        }
        OTHER_ROUTES.forEach(path -> add(path, words, HttpMethod.GET));
    }

    private static String resources(SchemaRegistry register) {
        return register.declarations().stream().map(ResourceSchema::resource).collect(Collectors.joining("|"));
    }

    private static String problems() {
        return Arrays.stream(ProblemKind.values()).map(ProblemKind::code).collect(Collectors.joining("|"));
    }

    /** As the header says it; empty for a path that there is not. */
    String of(String path) {
        for (Map.Entry<String, Set<String>> route : methods.entrySet()) {
            if (patterns.get(route.getKey()).matcher(path).matches()) {
                return String.join(", ", route.getValue());
            }
        }
        return "";
    }

    /** The templates of all paths of resource classes, as these have them. */
    Set<String> templates() {
        return Collections.unmodifiableSet(templates);
    }

    /** Inherited ones too: what overrides a method has its annotations without repeating them. */
    private void addRoutes(String root, Class<?> resource, SchemaRegistry register) {
        Map<String, String> own = new HashMap<>(words);
        String name = root.substring(root.lastIndexOf('/') + 1);
        register.find(name)
                .filter(declaration -> !declaration.resource().equals(VOCABULARIES))
                .ifPresent(declaration -> own.put("relation", relations(declaration)));
        if (name.equals("problems")) {
            own.put("code", problems());
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
                            add(template, own, verb.value());
                        });
            }
        }
    }

    private static String relations(ResourceSchema declaration) {
        return declaration.relations().stream().map(Relation::name).collect(Collectors.joining("|"));
    }

    private void add(String path, Map<String, String> known, String method) {
        String pattern = pattern(path, known);
        patterns.computeIfAbsent(pattern, Pattern::compile);
        Set<String> all = methods.computeIfAbsent(pattern, none -> new TreeSet<>(Set.of(HttpMethod.OPTIONS)));
        all.add(method);
        if (method.equals(HttpMethod.GET)) {
            all.add(HttpMethod.HEAD);
        }
    }

    /** A pattern in which only what stands for many is in parentheses. */
    private static String pattern(String path, Map<String, String> known) {
        StringBuilder pattern = new StringBuilder();
        for (String segment : path.replace(".", "\\.").split("/")) {
            if (!segment.isEmpty()) {
                pattern.append('/').append(TEMPLATE.matcher(segment).replaceAll(template -> {
                    String regex = template.group(2) == null ? "[^/]+" : template.group(2);
                    return Matcher.quoteReplacement("(" + known.getOrDefault(template.group(1), regex) + ")");
                }));
            }
        }
        return pattern.append("/?").toString();
    }

    private static int literals(String pattern) {
        return pattern.replaceAll("\\(.*?\\)", "").length();
    }
}
