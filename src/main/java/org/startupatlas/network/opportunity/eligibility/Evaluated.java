package org.startupatlas.network.opportunity.eligibility;

import java.util.List;

/**
 * What came of a requirement.
 *
 * @param answer null without an applicant
 * @param actual the values of the startup; empty if they are not known
 */
public record Evaluated(Requirement requirement, Answer answer, List<String> actual) {

    public Evaluated {
        actual = List.copyOf(actual);
    }
}
