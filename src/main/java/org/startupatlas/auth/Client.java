package org.startupatlas.auth;

import java.util.Objects;

/**
 * The client to which rate limits apply: identified by its key, or else by its address.
 *
 * @param name unique among keys and addresses; not to be logged or shown
 * @param hasKey whether a valid key was sent
 */
public record Client(String name, boolean hasKey) {

    public Client {
        Objects.requireNonNull(name, "name");
    }

    static Client ofKey(Principal principal) {
        return new Client("key " + principal.keyId(), true);
    }

    static Client ofAddress(String address) {
        return new Client("address " + address, false);
    }
}
