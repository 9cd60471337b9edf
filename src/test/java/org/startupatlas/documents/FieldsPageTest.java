package org.startupatlas.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Atlas;

/** Tests that the page of all fields agrees with {@code /v1/meta}. */
@QuarkusTest
class FieldsPageTest {

    @Test
    void committedPageEqualsTheGeneratedOne() throws IOException {
        String generated = new FieldsPage(
                        Atlas.tree("/v1/meta"),
                        Atlas.tree("/v1/vocabularies?sort=name&limit=200").get("data"))
                .write();
        Files.writeString(Files.createDirectories(Path.of("target", "docs")).resolve("fields.md"), generated);
        assertEquals(
                generated,
                Files.readString(Path.of("src", "docs", "fields.md")),
                "src/docs/fields.md is stale. Accept the new page: cp target/docs/fields.md src/docs/fields.md");
    }
}
