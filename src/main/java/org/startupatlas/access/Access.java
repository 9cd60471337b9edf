package org.startupatlas.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells who asks, and stops whom it does not know. */
@Singleton
public final class Access {

    private final AdminKey adminKey;
    private final KeyReader keys;
    private final Throttle throttle;
    private final Attempts attempts;

    Access(AdminKey adminKey, KeyReader keys, Throttle throttle, Attempts attempts) {
        this.adminKey = adminKey;
        this.keys = keys;
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
        if (seconds > 0) {
            attempts.count(Attempts.Outcome.THROTTLED);
            throw AccessDenied.tooManyWrongKeys(seconds);
        }
        Optional<Caller> caller = Credentials.secret(request).flatMap(this::holder);
        if (caller.isEmpty()) {
            throttle.count(address);
            attempts.count(Attempts.Outcome.KEY_INVALID);
            throw AccessDenied.keyInvalid();
        }
        return caller;
    }

    private Optional<Caller> holder(Secret secret) {
        return adminKey.isOpenedBy(secret)
                ? Optional.of(Caller.OF_THE_SETTINGS)
                : secret.keyId().flatMap(keys::stored).flatMap(stored -> stored.holder(secret));
    }
}
