package org.startupatlas.record;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** The columns of a source's claim. */
@Embeddable
public record ClaimRow(
        String field,
        byte[] valueKey,
        boolean used,
        byte[] publisherKey,
        byte[] urlKey,
        @Embedded @EmbeddedColumnNaming("published_%s") DateRange published,
        @Embedded @EmbeddedColumnNaming("seen_%s") DateRange seen,
        String confidence,
        byte[] noteKey) {

    /** The columns of {@code claim}. */
    public static ClaimRow of(Claim claim) {
        return new ClaimRow(
                claim.field(),
                Folding.key(claim.value()),
                claim.used(),
                Folding.key(claim.publisher()),
                Folding.key(claim.url()),
                DateRange.of(claim.published()),
                DateRange.of(claim.seen()),
                claim.confidence(),
                Folding.key(claim.note()));
    }
}
