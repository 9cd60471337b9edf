package org.startupatlas.record;

import java.time.Instant;
import java.util.List;

/** What every record has. Its components, in order, are its JSON. */
public interface AtlasRecord {

    /** The id as text: a UUIDv7, or the code of a country or a vocabulary. */
    String idText();

    /** The record's name in URLs. */
    String slug();

    /** 1 when created, one more with each write; null until first written. */
    Integer version();

    /** The name it goes by. */
    String name();

    /** Its further names. */
    List<OtherName> otherNames();

    /** What fits in no field. */
    String notes();

    /** What each source says of it. */
    List<Claim> provenance();

    /** When it was first written; null until then. */
    Instant createdAt();

    /** When it was last written; null until then. */
    Instant updatedAt();
}
