package org.startupatlas.changelog;

import java.util.function.LongSupplier;

/** Caches a value that is computed from records until the node reaches a later revision. */
public final class RevisionCached<T> {

    /**
     * A computed value.
     *
     * @param revision a revision whose records the value reflects
     */
    public record Computed<T>(long revision, T value) {}

    /** Computes the value. */
    public interface Computation<T> {

        /**
         * Returns the value at a revision that the node has reached, or a later one.
         *
         * @param previous the value of an earlier revision; null the first time
         */
        Computed<T> compute(long reached, Computed<T> previous);
    }

    private final LongSupplier revision;
    private final Computation<T> computation;
    private volatile Computed<T> latest;

    /**
     * Creates a cache, which computes nothing before the first use.
     *
     * @param revision returns the revision that the node has reached
     */
    public RevisionCached(LongSupplier revision, Computation<T> computation) {
        this.revision = revision;
        this.computation = computation;
    }

    /** Returns the value at the revision that the node has reached, or a later one. */
    public T get() {
        long reached = revision.getAsLong();
        Computed<T> known = latest;
        return isOf(reached, known) ? known.value : compute(reached);
    }

    /** One request computes the value; concurrent requests wait for it. */
    private synchronized T compute(long reached) {
        if (!isOf(reached, latest)) {
            Computed<T> computed = computation.compute(reached, latest);
            latest = isOf(computed.revision, latest) ? latest : computed;
        }
        return latest.value;
    }

    private static boolean isOf(long revision, Computed<?> known) {
        return known != null && known.revision >= revision;
    }
}
