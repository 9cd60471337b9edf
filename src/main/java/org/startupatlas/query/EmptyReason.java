package org.startupatlas.query;

/**
 * What one filter of an empty list excludes.
 *
 * @param parameter the filter, or {@code q}
 * @param without the number of records that match without the filter
 * @param unknown how many of those have no value for the filter's field; null if the filter is on a relation
 */
public record EmptyReason(String parameter, long without, Long unknown) {}
