package org.startupatlas.openapi;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.openapi.path.OpenApiDocument;
import org.startupatlas.schema.SchemaRegistry;

/**
 * Writes the OpenAPI document at build time, so that nothing is left to do at startup. Quarkus would parse its document
 * and serialise it again, twice, and keep it in memory, at every start.
 */
public final class OpenApiFiles {

    private OpenApiFiles() {}

    /**
     * Writes {@code openapi.json} and {@code openapi.yaml}.
     *
     * @param arguments the folder of the compiled classes, and the folder to write to
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        SmallRyeOpenAPI document = SmallRyeOpenAPI.builder()
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .enableStandardFilter(false)
                .withInitialModel(new OpenApiDocument(
                                new SchemaRegistry(ResourceCatalog.SCHEMAS), TypedResources.scan(Path.of(arguments[0])))
                        .write())
                .build();
        Files.writeString(
                folder.resolve("openapi.json"), CompactJson.write(new JsonMapper().readTree(document.toJSON())));
        Files.writeString(folder.resolve("openapi.yaml"), document.toYAML());
    }
}
