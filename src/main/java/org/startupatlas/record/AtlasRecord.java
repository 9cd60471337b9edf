package org.startupatlas.record;

import java.time.Instant;
import java.util.List;

/** The properties that every record has. The components of an implementing record, in order, are its JSON. */
public interface AtlasRecord {

    /** Returns the id as text: a UUIDv7, or the code of a country or of a vocabulary entry. */
    String idText();

    /** Returns the name in URLs. */
    String slug();

    /** Returns the version: 1 when created, incremented by each write; null before the first write. */
    Integer version();

    String name();

    /** Returns former and alternate names, translations and acronyms. */
    List<OtherName> otherNames();

    /** Returns text that fits in no other field. */
    String notes();

    /** Returns the claims of the sources. */
    List<Claim> provenance();

    /** Returns when the record was created; null before the first write. */
    Instant createdAt();

    /** Returns when the record was last written; null before the first write. */
    Instant updatedAt();
}
