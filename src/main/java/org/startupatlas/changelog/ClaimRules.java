package org.startupatlas.changelog;

import java.util.ArrayList;
import java.util.List;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.Claim;

/** The rules between the parts of a claim. */
final class ClaimRules {

    private ClaimRules() {}

    /** Checks that a claim gives a value or the reason why there is none, and the reason of a named field. */
    static List<Violation> violations(List<Claim> claims) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            if (claim.absent() != null && claim.value() != null) {
                violations.add(Violation.at("/provenance/" + i + "/absent", "absent-with-value"));
            }
            if (claim.absent() != null && claim.field() == null) {
                violations.add(Violation.at("/provenance/" + i + "/field", "absent-without-field"));
            }
        }
        return violations;
    }
}
