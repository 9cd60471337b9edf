package org.startupatlas.network.route;

import org.startupatlas.network.model.RecordKey;

/** A node in a role. */
public record Position(RecordKey node, Role role) {}
