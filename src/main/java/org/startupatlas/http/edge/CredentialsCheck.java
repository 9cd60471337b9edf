package org.startupatlas.http.edge;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.startupatlas.auth.Authenticator;

/**
 * Checks the key that comes with a reading request, which needs none: whoever sends a wrong one learns it here and not
 * at the first write. Writing requests need a key, and ask for it themselves.
 */
@Singleton
public final class CredentialsCheck {

    private final Authenticator access;

    CredentialsCheck(Authenticator access) {
        this.access = access;
    }

    @ServerRequestFilter
    void check(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)) {
            access.caller(request);
        }
    }
}
