package org.startupatlas.network.model;

import org.startupatlas.record.Claim;
import org.startupatlas.record.PartialDate;

/**
 * A source of what a link says.
 *
 * @param url its URL, or null
 * @param published when it was published, or null
 * @param seen the day on which it was seen, or null
 * @param confidence a code of the vocabulary {@code confidences}
 * @param isOfRecord whether it is a source of the whole record, and not of one of its fields
 */
public record Source(
        String publisher, String url, PartialDate published, PartialDate seen, String confidence, boolean isOfRecord) {

    static Source of(Claim claim) {
        return new Source(
                claim.publisher(),
                claim.url(),
                claim.published(),
                claim.seen(),
                claim.confidence(),
                claim.field() == null);
    }
}
