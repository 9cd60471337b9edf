package org.startupatlas.query;

/**
 * Why a list may be empty: what one of its filters leaves out.
 *
 * @param parameter the filter, or {@code q}
 * @param without how many records come without it
 * @param unknown for how many of those its field has no value; null where it asks of a relation
 */
public record EmptyReason(String parameter, long without, Long unknown) {}
