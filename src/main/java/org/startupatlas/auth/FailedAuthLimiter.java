package org.startupatlas.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Limits failed authentication attempts by address with a token bucket. Valid keys are accepted regardless and consume
 * no token. Each node counts for itself; secrets of 256 bits cannot be guessed at any rate.
 */
@Singleton
public final class FailedAuthLimiter {

    /**
     * The capacity of a bucket: a person who mixes up keys needs a few attempts; a script with an old key is stopped
     * within its first second.
     */
    public static final int MAX_FAILURES = 10;

    /**
     * The seconds after which one attempt is refilled: ten a minute are hopeless for guessing, and a corrected client
     * waits six seconds at most.
     */
    public static final int REFILL_SECONDS = 6;

    private static final Duration REFILL_INTERVAL = Duration.ofSeconds(REFILL_SECONDS);

    /** The maximum number of buckets, a few megabytes; an evicted address gets a full bucket again and nothing more. */
    private static final long MAX_ADDRESSES = 10_000;

    /** A bucket is created by the first failed attempt and expires when it would be full again. */
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_ADDRESSES)
            .expireAfterAccess(REFILL_INTERVAL.multipliedBy(MAX_FAILURES))
            .build();

    /** Returns the seconds until an unknown key from this address is looked up again; 0 if it is looked up now. */
    long secondsToWait(String address) {
        Bucket bucket = buckets.getIfPresent(address);
        if (bucket == null) {
            return 0;
        }
        EstimationProbe probe = bucket.estimateAbilityToConsume(1);
        return probe.canBeConsumed()
                ? 0
                : Duration.ofNanos(probe.getNanosToWaitForRefill())
                        .plusSeconds(1)
                        .toSeconds();
    }

    /** Records a failed attempt from this address. */
    void recordFailure(String address) {
        buckets.get(address, unused -> fullBucket()).tryConsume(1);
    }

    private static Bucket fullBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(MAX_FAILURES).refillGreedy(1, REFILL_INTERVAL))
                .build();
    }
}
