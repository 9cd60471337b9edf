package org.startupatlas.bundle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the bundled records from the class path: one file per resource, one record per line.
 *
 * <p>The ecosystem is in a folder of its own choice, because the tests have a small one that stays as it is.
 */
@Singleton
class BundledRecords {

    /** The folder of the countries, the vocabularies and the edition. */
    private static final String FOLDER = "bundle";

    private final ObjectMapper json;
    private final String ecosystem;

    BundledRecords(ObjectMapper json, @ConfigProperty(name = "bundle.ecosystem") String ecosystem) {
        this.json = json;
        this.ecosystem = ecosystem;
    }

    /** A record that is merged into another one of its resource once both are loaded. */
    record Merge(String resource, String id, String into) {}

    /** Returns the edition of the bundle. A database of an earlier edition is updated at the next start. */
    int edition() {
        Properties properties = new Properties();
        try (InputStream file = open(FOLDER + "/edition.properties")) {
            properties.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Integer.parseInt(properties.getProperty("edition"));
    }

    /** Returns the records of a resource, in the order of the file. */
    List<ObjectNode> of(BundlePart part, String resource) {
        return lines(folder(part) + "/" + resource + ".ndjson", ObjectNode.class);
    }

    /** Returns the merges of a part, in the order in which they are done. */
    List<Merge> merges(BundlePart part) {
        return part == BundlePart.ECOSYSTEM ? lines(folder(part) + "/merges.ndjson", Merge.class) : List.of();
    }

    private String folder(BundlePart part) {
        return part == BundlePart.ECOSYSTEM ? ecosystem : FOLDER;
    }

    private <T> List<T> lines(String file, Class<T> type) {
        List<T> values = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                values.add(json.readValue(line, type));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
        return values;
    }

    private static InputStream open(String file) throws IOException {
        InputStream bytes = BundledRecords.class.getResourceAsStream("/" + file);
        if (bytes == null) {
            throw new IOException("no file " + file + " on the class path");
        }
        return bytes;
    }
}
