package org.startupatlas.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Limits wrong keys by address: each address has a few, and gets one back from time to time. Valid keys are recognised
 * before it and cost nothing. It counts on this node alone; secrets of 256 bits cannot be guessed at any rate.
 */
@Singleton
public final class FailedAuthLimiter {

    /** A person who mixes up keys needs a few; a script with an old one is stopped in its first second. */
    public static final int WRONG_KEYS = 10;

    /** Ten a minute are hopeless for guessing, and a client that was mended waits six seconds at most. */
    public static final int SECONDS_FOR_ANOTHER = 6;

    private static final Duration ONE_BACK_AFTER = Duration.ofSeconds(SECONDS_FOR_ANOTHER);

    /** A few megabytes, however many addresses try; forgetting one gives it its ten back and nothing more. */
    private static final long MOST_ADDRESSES = 10_000;

    /** Nobody has a bucket before the first wrong key; one that was left alone for as long as this is full again. */
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(ONE_BACK_AFTER.multipliedBy(WRONG_KEYS))
            .build();

    /** Seconds until an unknown key from this address is looked up again; 0 if it is now. */
    long secondsToWait(String address) {
        Bucket bucket = buckets.getIfPresent(address);
        if (bucket == null) {
            return 0;
        }
        EstimationProbe next = bucket.estimateAbilityToConsume(1);
        return next.canBeConsumed()
                ? 0
                : Duration.ofNanos(next.getNanosToWaitForRefill())
                        .plusSeconds(1)
                        .toSeconds();
    }

    /** A wrong key came from this address. */
    void count(String address) {
        buckets.get(address, unused -> full()).tryConsume(1);
    }

    private static Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(WRONG_KEYS).refillGreedy(1, ONE_BACK_AFTER))
                .build();
    }
}
