package org.startupatlas.record;

/**
 * A further name of a record.
 *
 * @param name the name
 * @param lang its language (BCP 47), or null when that is not said
 * @param kind a code of the vocabulary {@code name_kinds}
 */
public record OtherName(String name, String lang, String kind) {}
