package org.startupatlas.auth.key;

import java.util.UUID;
import org.startupatlas.auth.Role;

/**
 * A request to issue a key.
 *
 * @param name the name of the holder
 * @param role the role
 * @param partner the organisation that a contributor writes for; otherwise null
 */
record KeyRequest(String name, Role role, UUID partner) {}
