package org.startupatlas.http.response;

import java.util.HashMap;
import java.util.Map;
import org.startupatlas.auth.Client;

/** Counts the places that clients hold, and refuses more than the limits allow. */
final class Permits {

    /** How an attempt to take a place ends. */
    enum Outcome {
        TAKEN,
        /** No place is left, or only those kept for requests with a key. */
        FULL,
        /** The client holds as many as one may. */
        CLIENT_FULL
    }

    private final PermitLimits limits;
    private final Map<Client, Integer> held = new HashMap<>();
    private int taken;
    private int takenWithoutKey;

    Permits(PermitLimits limits) {
        this.limits = limits;
    }

    /** Takes a place for the client; only where that is the outcome, it is to be freed. */
    synchronized Outcome take(Client client) {
        if (held.getOrDefault(client, 0) >= limits.perClient()) {
            return Outcome.CLIENT_FULL;
        }
        if (taken >= limits.places() || !client.hasKey() && takenWithoutKey >= limits.withoutKey()) {
            return Outcome.FULL;
        }
        held.merge(client, 1, Integer::sum);
        taken++;
        takenWithoutKey += client.hasKey() ? 0 : 1;
        return Outcome.TAKEN;
    }

    /** Frees a place that was taken for the client. */
    synchronized void free(Client client) {
        held.computeIfPresent(client, (same, count) -> count == 1 ? null : count - 1);
        taken--;
        takenWithoutKey -= client.hasKey() ? 0 : 1;
    }

    /** How many are taken. */
    synchronized int taken() {
        return taken;
    }
}
