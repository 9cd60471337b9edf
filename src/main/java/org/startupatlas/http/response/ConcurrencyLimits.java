package org.startupatlas.http.response;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The configured limits on long responses: streams of changes, and exports. */
@Singleton
public final class ConcurrencyLimits {

    private final PermitLimits streams;
    private final PermitLimits exports;

    ConcurrencyLimits(
            @ConfigProperty(name = "atlas.streams") int streams,
            @ConfigProperty(name = "atlas.streams-per-address") int streamsPerAddress,
            @ConfigProperty(name = "atlas.exports") int exports,
            @ConfigProperty(name = "atlas.exports-per-address") int exportsPerAddress) {
        this.streams = new PermitLimits(streams, streamsPerAddress);
        this.exports = new PermitLimits(exports, exportsPerAddress);
    }

    public PermitLimits streams() {
        return streams;
    }

    public PermitLimits exports() {
        return exports;
    }
}
