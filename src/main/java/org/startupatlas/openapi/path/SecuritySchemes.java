package org.startupatlas.openapi.path;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Describes the two headers that can carry a key. */
final class SecuritySchemes {

    private static final String BEARER = "bearer";
    private static final String HEADER = "header";

    private SecuritySchemes() {}

    static void add(Components components) {
        components.addSecurityScheme(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("The secret of a key, as a bearer token (RFC 6750); never in a URL."));
        components.addSecurityScheme(
                HEADER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.HEADER)
                        .name("X-API-Key")
                        .description("The same secret in a header of its own."));
    }

    /** Returns the requirement of a key, in either header. */
    static List<SecurityRequirement> required() {
        return List.of(
                OASFactory.createSecurityRequirement().addScheme(BEARER),
                OASFactory.createSecurityRequirement().addScheme(HEADER));
    }
}
