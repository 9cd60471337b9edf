package org.startupatlas.openapi;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Map;
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
import org.jboss.jandex.RecordComponentInfo;
import org.startupatlas.http.QueryParameters;

/**
 * Scans the resource classes whose methods have typed answers. They are those with a {@code @Tag}; the operations of
 * the others are generated from the resource schemas.
 */
final class TypedResources {

    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
    private static final DotName PARAMETER = DotName.createSimple(Parameter.class);

    private TypedResources() {}

    /** Returns the operations of the typed resources, and the schemas of their records. */
    static OpenAPI scan(java.nio.file.Path classes) throws IOException {
        Index index = index(classes);
        ClassLoader loader = TypedResources.class.getClassLoader();
        OpenAPI scanned = SmallRyeOpenAPI.builder()
                .withConfig(config(index))
                .withApplicationClassLoader(loader)
                .withScannerClassLoader(loader)
                .withIndex(index)
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableStandardFilter(false)
                .build()
                .model();
        addQueryParameters(scanned, index);
        return scanned;
    }

    private static void addQueryParameters(OpenAPI scanned, Index index) {
        Map<String, Operation> operations = scanned.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .collect(Collectors.toMap(Operation::getOperationId, operation -> operation));
        for (AnnotationInstance annotation : index.getAnnotations(QueryParameters.class)) {
            String operationId = annotation
                    .target()
                    .annotation(OPERATION)
                    .value("operationId")
                    .asString();
            ClassInfo parameters =
                    index.getClassByName(annotation.value().asClass().name());
            for (RecordComponentInfo component : parameters.recordComponentsInDeclarationOrder()) {
                // On its field: @Parameter is not declared for components.
                String reference = parameters
                        .field(component.name())
                        .annotation(PARAMETER)
                        .value("ref")
                        .asString();
                operations
                        .get(operationId)
                        .addParameter(OASFactory.createParameter().ref(reference));
            }
        }
    }

    /** The configuration of the application, which turns the scan off for Quarkus, is not read. */
    private static Config config(Index index) {
        String others = index.getAnnotations(Path.class).stream()
                .filter(path -> path.target().kind() == AnnotationTarget.Kind.CLASS)
                .map(path -> path.target().asClass())
                .filter(resource -> !resource.hasDeclaredAnnotation(Tag.class))
                .map(resource -> resource.name().toString())
                .collect(Collectors.joining(","));
        Map<String, String> settings = Map.of(
                "mp.openapi.scan.exclude.classes",
                others,
                "mp.openapi.extensions.smallrye.property-naming-strategy",
                "com.fasterxml.jackson.databind.PropertyNamingStrategies$SnakeCaseStrategy",
                "mp.openapi.extensions.smallrye.defaultProduces",
                "application/json",
                "mp.openapi.extensions.smallrye.defaultConsumes",
                "application/json");
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "scan", 100))
                .build();
    }

    private static Index index(java.nio.file.Path folder) throws IOException {
        Indexer indexer = new Indexer();
        try (Stream<java.nio.file.Path> files = Files.walk(folder)) {
            for (java.nio.file.Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                try (InputStream bytes = Files.newInputStream(file)) {
                    indexer.index(bytes);
                }
            }
        }
        return indexer.complete();
    }
}
