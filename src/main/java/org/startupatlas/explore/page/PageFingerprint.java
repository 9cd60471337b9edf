package org.startupatlas.explore.page;

import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.startupatlas.explore.asset.Assets;
import org.startupatlas.schema.Fingerprint;

/** Identifies the templates, texts and files of a release, which the bytes of a page depend on besides the records. */
@Singleton
final class PageFingerprint {

    private static final String TEMPLATES = "templates/explore";

    private static final String TEXTS = "explore";

    private final String value;

    PageFingerprint(Assets assets) throws IOException {
        Map<String, String> files = new TreeMap<>();
        ClassPathUtils.consumeAsPaths(TEMPLATES, folder -> addAll(folder, files));
        ClassPathUtils.consumeAsPaths(TEXTS, folder -> addAll(folder, files));
        value = Fingerprint.of(assets.fingerprint() + files);
    }

    private static void addAll(Path folder, Map<String, String> files) {
        try (Stream<Path> contents = Files.list(folder)) {
            for (Path file : contents.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String value() {
        return value;
    }
}
