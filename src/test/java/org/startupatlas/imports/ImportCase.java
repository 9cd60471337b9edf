package org.startupatlas.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.startupatlas.testing.Atlas;

/** The files in {@code imports/cases}: inputs that other import software took wrongly. */
final class ImportCase {

    private static final Path CASES = Path.of("src", "test", "resources", "imports", "cases");

    private ImportCase() {}

    /** Returns a file. */
    static String text(String name) {
        try {
            return Files.readString(CASES.resolve(name + ".csv"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Imports a file into a resource, with the parameters in {@code resource?…}. */
    static JobAnswer imported(String name, String pathAndQuery) {
        return Imports.csv(pathAndQuery, text(name));
    }

    /** Returns the records whose name begins with a text, by name. */
    static List<JsonNode> records(String resource, String prefix) {
        List<JsonNode> records = new ArrayList<>();
        Atlas.tree("/v1/" + resource + "?limit=200&sort=name&name__starts=" + Atlas.encode(prefix))
                .get("data")
                .forEach(records::add);
        return records;
    }

    /** Returns a member of records, null if it is unknown. */
    static List<String> texts(List<JsonNode> records, String member) {
        List<String> texts = new ArrayList<>();
        records.forEach(record -> texts.add(record.get(member).textValue()));
        return texts;
    }
}
