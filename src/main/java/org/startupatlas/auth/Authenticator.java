package org.startupatlas.auth;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;

/** Authenticates requests by API key, and rejects requests whose key is missing, invalid or of an insufficient role. */
@Singleton
public final class Authenticator {

    private final AdminKey adminKey;
    private final ApiKeyRepository keys;
    private final IssuedKeyHashes cachedHashes;
    private final FailedAuthLimiter limiter;
    private final AuthMetrics metrics;

    Authenticator(
            AdminKey adminKey,
            ApiKeyRepository keys,
            IssuedKeyHashes cachedHashes,
            FailedAuthLimiter limiter,
            AuthMetrics metrics) {
        this.adminKey = adminKey;
        this.keys = keys;
        this.cachedHashes = cachedHashes;
        this.limiter = limiter;
        this.metrics = metrics;
    }

    /**
     * Returns the principal of a request; empty if no key was sent. An issued key is read from the database each time,
     * so a key revoked on another node is invalid here at once.
     *
     * @throws RejectedException if an invalid key was sent, even where none is required
     */
    public Optional<Principal> caller(HttpServerRequest request) {
        Optional<Principal> principal = identify(request);
        principal.ifPresent(known -> metrics.count(AuthMetrics.Outcome.ACCEPTED));
        return principal;
    }

    /**
     * Returns the client to which rate limits apply.
     *
     * @throws RejectedException if an invalid key was sent
     */
    public Client client(HttpServerRequest request) {
        return client(caller(request), request);
    }

    /** Returns the client of a request whose principal is known. */
    public static Client client(Optional<Principal> principal, HttpServerRequest request) {
        return principal.map(Client::ofKey).orElseGet(() -> Client.ofAddress(ClientAddress.of(request)));
    }

    /**
     * Returns the principal of a request that requires a key.
     *
     * @param minRole the minimum role
     * @throws RejectedException if there is no key, an invalid one, or one of an insufficient role
     */
    public Principal require(Role minRole, HttpServerRequest request) {
        Optional<Principal> principal = identify(request);
        if (principal.isEmpty()) {
            metrics.count(AuthMetrics.Outcome.KEY_MISSING);
            throw RejectedException.of(ProblemKind.UNAUTHORIZED, Violation.ofWhole("key-missing"));
        }
        if (!principal.get().role().includes(minRole)) {
            metrics.count(AuthMetrics.Outcome.ROLE_TOO_SMALL);
            throw RejectedException.of(ProblemKind.FORBIDDEN, Violation.ofWhole("role-too-small", minRole.code()));
        }
        metrics.count(AuthMetrics.Outcome.ACCEPTED);
        return principal.get();
    }

    /** Returns whether any key of a curator or an admin is valid on this instance. */
    public boolean hasCurators() {
        return adminKey.isConfigured() || keys.hasCurators();
    }

    /** Returns the query parameter that looks like an API key, if there is one; such a request must be rejected. */
    public Optional<String> keyInUrl(HttpServerRequest request) {
        Optional<String> parameter = KeyInUrlCheck.parameter(request.query());
        parameter.ifPresent(found -> metrics.count(AuthMetrics.Outcome.KEY_IN_URL));
        return parameter;
    }

    private Optional<Principal> identify(HttpServerRequest request) {
        if (!Credentials.areSent(request)) {
            return Optional.empty();
        }
        String address = ClientAddress.of(request);
        long secondsToWait = limiter.secondsToWait(address);
        Optional<Principal> principal =
                Credentials.secret(request).flatMap(secret -> principal(secret, secondsToWait > 0));
        if (principal.isPresent()) {
            return principal;
        }
        if (secondsToWait > 0) {
            metrics.count(AuthMetrics.Outcome.THROTTLED);
            throw RejectedException.tooManyRequests(
                    Violation.ofWhole("too-many-wrong-keys", String.valueOf(secondsToWait)), secondsToWait);
        }
        limiter.recordFailure(address);
        metrics.count(AuthMetrics.Outcome.KEY_INVALID);
        // The response does not disclose whether the key is wrong, revoked, empty or malformed.
        throw RejectedException.of(ProblemKind.UNAUTHORIZED, Violation.ofWhole("key-invalid"));
    }

    /**
     * Returns the principal of a secret. Valid keys are accepted from a throttled address too; there, a secret is
     * looked up in the database only if its hash is cached in memory, so that guessed keys cost no statement.
     */
    private Optional<Principal> principal(Secret secret, boolean isThrottled) {
        if (adminKey.matches(secret)) {
            return Optional.of(Principal.CONFIGURED_ADMIN);
        }
        if (isThrottled && !cachedHashes.contains(secret)) {
            return Optional.empty();
        }
        return secret.keyId().flatMap(keys::read).flatMap(key -> key.principal(secret));
    }
}
