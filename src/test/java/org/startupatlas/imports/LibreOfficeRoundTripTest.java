package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.H2Only;
import org.startupatlas.testing.LibreOffice;

/** Tests with LibreOffice, if it is installed, that a table which it has opened and saved changes nothing. */
@QuarkusTest
@TestProfile(ForWriting.class)
@H2Only
class LibreOfficeRoundTripTest {

    private static final List<String> RESOURCES = ResourceCatalog.SCHEMAS.stream()
            .map(ResourceSchema::resource)
            .filter(resource -> !resource.equals(ResourceSchema.COUNTRIES))
            .toList();

    /** Semicolon, quote, UTF-8, from the first line, as a French LibreOffice writes a CSV. */
    private static final String FRENCH_CSV = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true";

    @ParameterizedTest
    @ValueSource(strings = {"ods", "xlsx", FRENCH_CSV})
    void savedTableChangesNothing(String format, @TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(LibreOffice.isInstalled(), "soffice is not on the PATH");
        for (String resource : RESOURCES) {
            // The records of the bundle are the oldest ones.
            byte[] table = Atlas.get(200, "/v1/" + resource + "?format=xlsx&limit=200&sort=created_at")
                    .asByteArray();
            Files.write(folder.resolve(resource + ".xlsx"), table);
        }
        List<Path> files = RESOURCES.stream()
                .map(resource -> folder.resolve(resource + ".xlsx"))
                .toList();
        LibreOffice.convert(folder, files, "Calc MS Excel 2007 XML", format);
        for (String resource : RESOURCES) {
            byte[] saved = Files.readAllBytes(folder.resolve("seen/" + resource + "." + format.split(":")[0]));
            JobAnswer job = Imports.awaitEnd(Imports.send(202, resource, "application/octet-stream", saved));
            assertEquals("done", job.state(), job::toString);
            assertTrue(job.rows().read() > 0, resource);
            assertEquals(job.rows().read(), job.rows().unchanged(), () -> resource + ": " + Imports.report(job));
        }
    }
}
