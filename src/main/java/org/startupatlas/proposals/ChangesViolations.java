package org.startupatlas.proposals;

import java.util.List;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;

/** Translates the violations of a record, which point into it, into those of a proposal, where it is under changes. */
final class ChangesViolations {

    private ChangesViolations() {}

    static List<Violation> of(RejectedException rejected) {
        return rejected.violations().stream()
                .map(each -> each.pointer() == null
                        ? each
                        : each.within(BodyTexts.pointer(NewProposalReader.CHANGES) + each.pointer()))
                .toList();
    }

    /** Returns the same rejection with the violations of a proposal. */
    static RejectedException translated(RejectedException rejected) {
        return rejected.violations().isEmpty() ? rejected : RejectedException.of(rejected.kind(), of(rejected));
    }
}
