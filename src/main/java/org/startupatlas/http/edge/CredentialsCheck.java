package org.startupatlas.http.edge;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.startupatlas.auth.Authenticator;

/**
 * Checks the API key of a read, although reads need none: a wrong key is reported at once instead of at the first
 * write. Writes require a key and check it themselves.
 */
@Singleton
public final class CredentialsCheck {

    private final Authenticator authenticator;

    CredentialsCheck(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    @ServerRequestFilter
    void check(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)) {
            authenticator.caller(request);
        }
    }
}
