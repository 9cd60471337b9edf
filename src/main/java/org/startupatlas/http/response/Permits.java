package org.startupatlas.http.response;

import java.util.HashMap;
import java.util.Map;
import org.startupatlas.auth.Client;

/** Counts the permits that clients hold, and refuses more than the limits allow. */
final class Permits {

    /** The result of an attempt to acquire a permit. The names of the refusals are tags of a metric. */
    enum Result {
        ACQUIRED,
        /** All permits are held, or all but those reserved for requests with a key. */
        FULL,
        /** The client holds its maximum. */
        CLIENT_FULL
    }

    private final PermitLimits limits;
    private final Map<Client, Integer> held = new HashMap<>();
    private int acquired;
    private int acquiredWithoutKey;

    Permits(PermitLimits limits) {
        this.limits = limits;
    }

    /** Acquires a permit for the client, which must be released only if the result is {@link Result#ACQUIRED}. */
    synchronized Result acquire(Client client) {
        if (held.getOrDefault(client, 0) >= limits.perClient()) {
            return Result.CLIENT_FULL;
        }
        if (acquired >= limits.permits() || !client.hasKey() && acquiredWithoutKey >= limits.withoutKey()) {
            return Result.FULL;
        }
        held.merge(client, 1, Integer::sum);
        acquired++;
        acquiredWithoutKey += client.hasKey() ? 0 : 1;
        return Result.ACQUIRED;
    }

    /** Releases a permit of the client. */
    synchronized void release(Client client) {
        held.computeIfPresent(client, (same, count) -> count == 1 ? null : count - 1);
        acquired--;
        acquiredWithoutKey -= client.hasKey() ? 0 : 1;
    }

    synchronized int acquired() {
        return acquired;
    }
}
