package org.startupatlas.openapi;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.startupatlas.http.QueryParameters;

/**
 * Scans the resource classes whose methods have typed responses. They are those with a {@code @Tag}; the operations of
 * the others are generated from the resource schemas.
 */
final class TypedResources {

    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);

    private static final DotName PARAMETER = DotName.createSimple(Parameter.class);

    private final Index index;

    private TypedResources(Index index) {
        this.index = index;
    }

    /**
     * Returns the operations of the typed resources, and the schemas of their records.
     *
     * @param classes the folder of the compiled classes
     */
    static OpenAPI scan(Path classes) throws IOException {
        Indexer indexer = new Indexer();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                try (InputStream bytes = Files.newInputStream(file)) {
                    indexer.index(bytes);
                }
            }
        }
        return new TypedResources(indexer.complete()).scan();
    }

    private OpenAPI scan() {
        ClassLoader loader = TypedResources.class.getClassLoader();
        OpenAPI scanned = SmallRyeOpenAPI.builder()
                .withConfig(config())
                .withApplicationClassLoader(loader)
                .withScannerClassLoader(loader)
                .withIndex(index)
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableStandardFilter(false)
                .build()
                .model();
        addQueryParameters(scanned);
        return scanned;
    }

    /** The configuration of the application is not read: it turns the scan off for Quarkus. */
    private Config config() {
        String others = index.getAnnotations(jakarta.ws.rs.Path.class).stream()
                .map(AnnotationInstance::target)
                .filter(target -> target.kind() == AnnotationTarget.Kind.CLASS)
                .map(AnnotationTarget::asClass)
                .filter(resource -> !resource.hasDeclaredAnnotation(Tag.class))
                .map(resource -> resource.name().toString())
                .collect(Collectors.joining(","));
        Map<String, String> settings = Map.of(
                "mp.openapi.scan.exclude.classes",
                others,
                "mp.openapi.extensions.smallrye.property-naming-strategy",
                "com.fasterxml.jackson.databind.PropertyNamingStrategies$SnakeCaseStrategy",
                "mp.openapi.extensions.smallrye.defaultProduces",
                "application/json");
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "scan", 100))
                .build();
    }

    private void addQueryParameters(OpenAPI scanned) {
        Map<String, Operation> operations = scanned.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .collect(Collectors.toMap(Operation::getOperationId, Function.identity()));
        for (AnnotationInstance annotation : index.getAnnotations(QueryParameters.class)) {
            String operationId = annotation
                    .target()
                    .annotation(OPERATION)
                    .value("operationId")
                    .asString();
            references(index.getClassByName(annotation.value().asClass().name()))
                    .forEach(reference -> operations
                            .get(operationId)
                            .addParameter(OASFactory.createParameter().ref(reference)));
        }
    }

    /** Returns the references on the components of a record, which the compiler moves to its fields. */
    private static List<String> references(ClassInfo parameters) {
        return parameters.recordComponentsInDeclarationOrder().stream()
                .map(component -> parameters.field(component.name()).annotation(PARAMETER))
                .map(parameter -> parameter.value("ref").asString())
                .toList();
    }
}
