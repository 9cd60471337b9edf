package org.startupatlas.auth;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Identifies the key of a request, and refuses requests whose key is missing, wrong or of too small a role. */
@Singleton
public final class Authenticator {

    private final AdminKey adminKey;
    private final ApiKeyReader keys;
    private final IssuedKeyHashes hashes;
    private final FailedAuthLimiter throttle;
    private final AuthMetrics attempts;

    Authenticator(
            AdminKey adminKey,
            ApiKeyReader keys,
            IssuedKeyHashes hashes,
            FailedAuthLimiter throttle,
            AuthMetrics attempts) {
        this.adminKey = adminKey;
        this.keys = keys;
        this.hashes = hashes;
        this.throttle = throttle;
        this.attempts = attempts;
    }

    /**
     * Who asks; nobody in particular, when no key was sent. An issued key is looked up in the database each time, so
     * that one revoked on another node is dead here too.
     *
     * @throws AccessDenied if a key was sent and is wrong, even where none is needed
     */
    public Optional<Principal> caller(HttpServerRequest request) {
        Optional<Principal> caller = identify(request);
        caller.ifPresent(known -> attempts.count(AuthMetrics.Outcome.ACCEPTED));
        return caller;
    }

    /**
     * The client that limits count.
     *
     * @throws AccessDenied if a key was sent and is wrong
     */
    public Client client(HttpServerRequest request) {
        return caller(request).map(Client::ofKey).orElseGet(() -> Client.ofAddress(ClientAddress.of(request)));
    }

    /**
     * Who asks, where it takes a key.
     *
     * @param least the role that the key must include
     * @throws AccessDenied if there is no key, a wrong one, or one of a smaller role
     */
    public Principal require(Role least, HttpServerRequest request) {
        Optional<Principal> caller = identify(request);
        if (caller.isEmpty()) {
            attempts.count(AuthMetrics.Outcome.KEY_MISSING);
            throw AccessDeniedException.keyMissing();
        }
        if (!caller.get().role().includes(least)) {
            attempts.count(AuthMetrics.Outcome.ROLE_TOO_SMALL);
            throw AccessDeniedException.roleTooSmall(least);
        }
        attempts.count(AuthMetrics.Outcome.ACCEPTED);
        return caller.get();
    }

    /** The parameter of the URL that says it is a key; a request that has one is refused, whatever it asks. */
    public Optional<String> keyInUrl(HttpServerRequest request) {
        Optional<String> parameter = KeyInUrlCheck.parameter(request.query());
        parameter.ifPresent(found -> attempts.count(AuthMetrics.Outcome.KEY_IN_URL));
        return parameter;
    }

    private Optional<Principal> identify(HttpServerRequest request) {
        if (!Credentials.areSent(request)) {
            return Optional.empty();
        }
        String address = ClientAddress.of(request);
        long seconds = throttle.secondsToWait(address);
        Optional<Principal> caller = Credentials.secret(request).flatMap(secret -> holder(secret, seconds > 0));
        if (caller.isPresent()) {
            return caller;
        }
        if (seconds > 0) {
            attempts.count(AuthMetrics.Outcome.THROTTLED);
            throw AccessDeniedException.tooManyWrongKeys(seconds);
        }
        throttle.count(address);
        attempts.count(AuthMetrics.Outcome.KEY_INVALID);
        throw AccessDeniedException.keyInvalid();
    }

    /**
     * The holder of the key. A valid key is recognised also at a throttled address; there, a secret is looked up in the
     * database only if its hash is among those in memory, so that guessed keys cost no statement.
     */
    private Optional<Principal> holder(Secret secret, boolean throttled) {
        if (adminKey.isOpenedBy(secret)) {
            return Optional.of(Principal.OF_THE_SETTINGS);
        }
        if (throttled && !hashes.contains(secret)) {
            return Optional.empty();
        }
        return secret.keyId().flatMap(keys::stored).flatMap(stored -> stored.holder(secret));
    }
}
