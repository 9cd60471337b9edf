package org.startupatlas.reconcile.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.startupatlas.reconcile.entity.EntityTypes.Named;

/**
 * A candidate of a query, as the specification writes it.
 *
 * @param score from 0 to 100
 * @param features what the score is made of
 * @param match whether it is certain, so that clients match without asking
 */
public record Candidate(
        String id,
        String name,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String description,
        List<Named> type,
        double score,
        List<Feature> features,
        boolean match) {

    public Candidate {
        type = List.copyOf(type);
        features = List.copyOf(features);
    }

    /** A number or a boolean that the score is made of. */
    public record Feature(String id, Object value) {}

    /** The candidates of a query, the best first. */
    public record Result(List<Candidate> result) {
        public Result {
            result = List.copyOf(result);
        }
    }
}
