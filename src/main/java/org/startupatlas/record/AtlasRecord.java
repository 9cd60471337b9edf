package org.startupatlas.record;

import java.time.Instant;
import java.util.List;

/** What every record has. Its components, in order, are its JSON. */
public interface AtlasRecord {

    /** The id as text: a UUIDv7, or the code of a country or a vocabulary. */
    String idText();

    String slug();

    /** 1 when created, one more with each write; null until first written. */
    Integer version();

    String name();

    List<OtherName> otherNames();

    String notes();

    List<Claim> provenance();

    Instant createdAt();

    Instant updatedAt();
}
