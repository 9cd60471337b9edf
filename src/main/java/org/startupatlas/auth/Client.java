package org.startupatlas.auth;

import java.util.Objects;

/**
 * The client that a limit counts: the key that was sent, or else the address.
 *
 * @param name unique among keys and addresses; nothing that is logged or shown
 * @param hasKey whether a valid key was sent
 */
public record Client(String name, boolean hasKey) {

    public Client {
        Objects.requireNonNull(name, "name");
    }

    static Client ofKey(Principal caller) {
        return new Client("key " + caller.keyId(), true);
    }

    static Client ofAddress(String address) {
        return new Client("address " + address, false);
    }
}
