package org.startupatlas.network.route;

import org.startupatlas.network.model.Link;
import org.startupatlas.network.model.RecordKey;

/**
 * A link as a step of chains.
 *
 * @param isCertain whether the link is known to be valid on the day; otherwise that is unknown
 * @param strength how much the step is worth, over 0 and at most 1
 */
public record Hop(Step step, RecordKey from, RecordKey to, Link link, boolean isCertain, double strength) {}
