package org.startupatlas.record.entity;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.startupatlas.record.Claim;
import org.startupatlas.record.Folding;

/** The columns of a claim of a source. */
@Embeddable
public record ClaimColumns(
        String field,
        byte[] valueKey,
        String absent,
        boolean used,
        byte[] publisherKey,
        byte[] urlKey,
        @Embedded @EmbeddedColumnNaming("published_%s") DateRangeColumns published,
        @Embedded @EmbeddedColumnNaming("seen_%s") DateRangeColumns seen,
        String confidence,
        byte[] noteKey) {

    public static ClaimColumns of(Claim claim) {
        return new ClaimColumns(
                claim.field(),
                Folding.key(claim.value()),
                claim.absent(),
                claim.used(),
                Folding.key(claim.publisher()),
                Folding.key(claim.url()),
                DateRangeColumns.of(claim.published()),
                DateRangeColumns.of(claim.seen()),
                claim.confidence(),
                Folding.key(claim.note()));
    }
}
