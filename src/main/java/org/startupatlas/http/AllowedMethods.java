package org.startupatlas.http;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The methods of each path, for the header {@code Allow}: the server knows them too, but tells nobody. */
@Singleton
final class AllowedMethods {

    private record Route(Pattern path, String method) {}

    /** A part of a path that stands for many: {@code {id}}, or {@code {extension:ya?ml}}. */
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\w+(?::([^}]+))?}");

    private final List<Route> routes = new ArrayList<>();

    AllowedMethods(BeanManager beans) {
        for (Bean<?> bean : beans.getBeans(Object.class)) {
            Path root = bean.getBeanClass().getAnnotation(Path.class);
            if (root != null) {
                addRoutes(root.value(), bean.getBeanClass());
            }
        }
    }

    /** As the header says it; empty for a path that has none. */
    String of(String path) {
        TreeSet<String> methods = new TreeSet<>();
        for (Route route : routes) {
            if (route.path.matcher(path).matches()) {
                methods.add(route.method);
            }
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        return String.join(", ", methods);
    }

    /** Inherited ones too: what overrides a method has its annotations without repeating them. */
    private void addRoutes(String root, Class<?> resource) {
        for (Class<?> type = resource; type != Object.class; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                Path own = method.getAnnotation(Path.class);
                Pattern path = pattern(own == null ? root : root + "/" + own.value());
                Arrays.stream(method.getAnnotations())
                        .map(Annotation::annotationType)
                        .map(annotation -> annotation.getAnnotation(HttpMethod.class))
                        .filter(verb -> verb != null)
                        .forEach(verb -> routes.add(new Route(path, verb.value())));
            }
        }
    }

    private static Pattern pattern(String path) {
        String[] segments = path.split("/");
        StringBuilder pattern = new StringBuilder();
        for (String segment : segments) {
            if (!segment.isEmpty()) {
                pattern.append('/')
                        .append(TEMPLATE.matcher(segment)
                                .replaceAll(template -> Matcher.quoteReplacement(
                                        template.group(1) == null ? "[^/]+" : template.group(1))));
            }
        }
        return Pattern.compile(pattern.append("/?").toString());
    }
}
