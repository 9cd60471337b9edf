package org.startupatlas.http;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of the answers that last: streams of changes, and exports. */
@Singleton
public final class LastingReadLimits {

    private final PlaceLimits streams;
    private final PlaceLimits exports;

    LastingReadLimits(
            @ConfigProperty(name = "atlas.streams") int streams,
            @ConfigProperty(name = "atlas.streams-per-address") int streamsPerAddress,
            @ConfigProperty(name = "atlas.exports") int exports,
            @ConfigProperty(name = "atlas.exports-per-address") int exportsPerAddress) {
        this.streams = new PlaceLimits(streams, streamsPerAddress);
        this.exports = new PlaceLimits(exports, exportsPerAddress);
    }

    /** Of streams of changes. */
    public PlaceLimits streams() {
        return streams;
    }

    /** Of exports. */
    public PlaceLimits exports() {
        return exports;
    }
}
