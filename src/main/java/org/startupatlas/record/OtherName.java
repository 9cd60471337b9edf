package org.startupatlas.record;

/**
 * A former or alternate name, a translation or an acronym of a record.
 *
 * @param name the name
 * @param lang the language (BCP 47), or null if unknown
 * @param kind a code of the vocabulary {@code name_kinds}
 */
public record OtherName(String name, String lang, String kind) {}
