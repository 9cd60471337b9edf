package org.startupatlas.auth.key;

import java.util.UUID;
import org.startupatlas.auth.Role;

/**
 * A key that an admin wants to be issued.
 *
 * @param name what its holder is called
 * @param role what it may do
 * @param partner the organisation that a contributor writes for, else null
 */
record KeyRequest(String name, Role role, UUID partner) {}
