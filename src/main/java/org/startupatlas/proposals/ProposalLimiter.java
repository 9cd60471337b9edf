package org.startupatlas.proposals;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.startupatlas.auth.Client;
import org.startupatlas.http.Limits;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;

/** Limits how often a client, an address or a key, sends proposals, with a token bucket. Each node counts for itself. */
@Singleton
class ProposalLimiter {

    private static final Duration REFILL_INTERVAL = Duration.ofSeconds(Limits.PROPOSAL_REFILL_SECONDS);

    /** The maximum number of buckets, a few megabytes; an evicted client gets a full bucket again and nothing more. */
    private static final long MAX_CLIENTS = 10_000;

    private static final String MAC = "HmacSHA256";

    private static final int MAC_KEY_BYTES = 32;

    /** A bucket is created by the first proposal and expires when it would be full again. */
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_CLIENTS)
            .expireAfterAccess(REFILL_INTERVAL.multipliedBy(Limits.MAX_PROPOSALS_AT_ONCE))
            .build();

    private final SecretKeySpec codeKey = randomKey();

    private static SecretKeySpec randomKey() {
        byte[] bytes = new byte[MAC_KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, MAC);
    }

    /**
     * Takes one of the proposals that a client may send.
     *
     * @throws RejectedException if none is left
     */
    void take(Client client) {
        ConsumptionProbe probe =
                buckets.get(client.name(), unused -> fullBucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill())
                    .plusSeconds(1)
                    .toSeconds();
            throw RejectedException.tooManyRequests(
                    Violation.ofWhole("too-many-proposals", String.valueOf(seconds)), seconds);
        }
    }

    /**
     * Returns a code by which the undecided proposals of a client are counted. Its key is random and only in memory, so
     * that the database reveals no address; after a restart, the count of a client begins again.
     */
    String code(Client client) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(codeKey);
            return HexFormat.of().formatHex(mac.doFinal(client.name().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing); // every Java platform has it
        }
    }

    private static Bucket fullBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(Limits.MAX_PROPOSALS_AT_ONCE).refillGreedy(1, REFILL_INTERVAL))
                .build();
    }
}
