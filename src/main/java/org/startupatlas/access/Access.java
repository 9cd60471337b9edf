package org.startupatlas.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Identifies the key of a request, and refuses requests whose key is missing, wrong or of too small a role. */
@Singleton
public final class Access {

    private final AdminKey adminKey;
    private final KeyReader keys;
    private final IssuedHashes hashes;
    private final Throttle throttle;
    private final Attempts attempts;

    Access(AdminKey adminKey, KeyReader keys, IssuedHashes hashes, Throttle throttle, Attempts attempts) {
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
    public Optional<Caller> caller(HttpServerRequest request) {
        Optional<Caller> caller = identify(request);
        caller.ifPresent(known -> attempts.count(Attempts.Outcome.ACCEPTED));
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
    public Caller require(Role least, HttpServerRequest request) {
        Optional<Caller> caller = identify(request);
        if (caller.isEmpty()) {
            attempts.count(Attempts.Outcome.KEY_MISSING);
            throw AccessDenied.keyMissing();
        }
        if (!caller.get().role().includes(least)) {
            attempts.count(Attempts.Outcome.ROLE_TOO_SMALL);
            throw AccessDenied.roleTooSmall(least);
        }
        attempts.count(Attempts.Outcome.ACCEPTED);
        return caller.get();
    }

    /** The parameter of the URL that says it is a key; a request that has one is refused, whatever it asks. */
    public Optional<String> keyInUrl(HttpServerRequest request) {
        Optional<String> parameter = KeyInUrl.parameter(request.query());
        parameter.ifPresent(found -> attempts.count(Attempts.Outcome.KEY_IN_URL));
        return parameter;
    }

    private Optional<Caller> identify(HttpServerRequest request) {
        if (!Credentials.areSent(request)) {
            return Optional.empty();
        }
        String address = ClientAddress.of(request);
        long seconds = throttle.secondsToWait(address);
        Optional<Caller> caller = Credentials.secret(request).flatMap(secret -> holder(secret, seconds > 0));
        if (caller.isPresent()) {
            return caller;
        }
        if (seconds > 0) {
            attempts.count(Attempts.Outcome.THROTTLED);
            throw AccessDenied.tooManyWrongKeys(seconds);
        }
        throttle.count(address);
        attempts.count(Attempts.Outcome.KEY_INVALID);
        throw AccessDenied.keyInvalid();
    }

    /**
     * The holder of the key. A valid key is recognised also at a throttled address; there, a secret is looked up in the
     * database only if its hash is among those in memory, so that guessed keys cost no statement.
     */
    private Optional<Caller> holder(Secret secret, boolean throttled) {
        if (adminKey.isOpenedBy(secret)) {
            return Optional.of(Caller.OF_THE_SETTINGS);
        }
        if (throttled && !hashes.contains(secret)) {
            return Optional.empty();
        }
        return secret.keyId().flatMap(keys::stored).flatMap(stored -> stored.holder(secret));
    }
}
