package org.startupatlas.explore.asset;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startupatlas.explore.view.Frame;
import org.startupatlas.schema.Fingerprint;

/**
 * The files that pages load: the stylesheet, the scripts and the drawing of the land. Their names contain the hash of
 * their content, so browsers keep them for ever.
 */
@Singleton
public final class Assets {

    private static final String FOLDER = "/explore/assets/";

    private static final String STYLESHEET = "atlas.css";

    private static final List<String> SCRIPTS = List.of("combobox.js", "tabs.js", "copy.js");

    private static final String ICON = "icon.svg";

    private static final String LAND = "land.svg";

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml;charset=utf-8");

    /** A file with its media type. */
    record Asset(String mediaType, byte[] bytes) {}

    /** By hashed name. */
    private final Map<String, Asset> assets = new LinkedHashMap<>();

    private final Map<String, String> paths = new LinkedHashMap<>();

    Assets() {
        add(STYLESHEET);
        SCRIPTS.forEach(this::add);
        add(ICON);
        add(LAND);
    }

    private void add(String name) {
        byte[] bytes = read(name);
        int dot = name.lastIndexOf('.');
        String extension = name.substring(dot + 1);
        String hash = Fingerprint.of(new String(bytes, StandardCharsets.UTF_8));
        String hashed = name.substring(0, dot) + "-" + hash + "." + extension;
        assets.put(hashed, new Asset(MEDIA_TYPES.get(extension), bytes));
        paths.put(name, FOLDER + hashed);
    }

    private static byte[] read(String name) {
        try (InputStream file = Assets.class.getResourceAsStream(FOLDER + name)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Optional<Asset> find(String hashedName) {
        return Optional.ofNullable(assets.get(hashedName));
    }

    /** Returns the addresses of the files that every page loads. */
    public Frame.AssetPaths paths() {
        return new Frame.AssetPaths(
                paths.get(STYLESHEET), SCRIPTS.stream().map(paths::get).toList(), paths.get(ICON));
    }

    /** Returns the address of the path that draws the land. */
    public String land() {
        return paths.get(LAND) + "#land";
    }

    /** Returns a text that changes with any of the files. */
    public String fingerprint() {
        return String.join(" ", paths.values());
    }
}
