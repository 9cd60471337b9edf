package org.startupatlas.resource.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.startupatlas.query.lookup.ReferenceResolver;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.CriterionKind;
import org.startupatlas.schema.Vocabularies;

/** Checks that criteria have what their kind is compared by, a code, a number, a date or a text, and nothing else. */
final class CriterionRules {

    private static final Set<String> TRUTH = Set.of("true", "false");

    private final Vocabularies vocabularies;
    private final List<Violation> violations = new ArrayList<>();

    CriterionRules(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    List<Violation> violations(List<ProgramRecord.Criterion> criteria) {
        for (int i = 0; i < criteria.size(); i++) {
            check("/criteria/" + i, criteria.get(i));
        }
        return violations;
    }

    private void check(String pointer, ProgramRecord.Criterion criterion) {
        Optional<CriterionKind> known = CriterionKind.ofCode(criterion.kind());
        if (known.isEmpty()) {
            return;
        }
        CriterionKind kind = known.get();
        rejectUnless(kind.hasCode(), criterion.code(), pointer + "/code");
        rejectUnless(kind.hasRange(), criterion.min(), pointer + "/min");
        rejectUnless(kind.hasRange(), criterion.max(), pointer + "/max");
        rejectUnless(kind.hasDate(), criterion.date(), pointer + "/date");
        if (kind.hasCode()) {
            checkCode(pointer + "/code", kind, criterion.code());
        } else if (kind.hasRange()) {
            checkRange(pointer, kind, criterion);
        } else if (kind.hasDate() && criterion.date() == null) {
            violations.add(Violation.at(pointer + "/date", "required"));
        } else if (kind == CriterionKind.OTHER && criterion.note() == null) {
            violations.add(Violation.at(pointer + "/note", "required"));
        }
    }

    /** Rejects a value that the kind does not have, and that nothing would compare. */
    private void rejectUnless(boolean isOfKind, Object value, String pointer) {
        if (!isOfKind && value != null) {
            violations.add(Violation.at(pointer, "unknown-property"));
        }
    }

    private void checkCode(String pointer, CriterionKind kind, String code) {
        if (code == null) {
            violations.add(Violation.at(pointer, "required"));
        } else if (kind.vocabulary() == null) {
            if (!TRUTH.contains(code)) {
                violations.add(Violation.at(pointer, "invalid-value", code, "boolean"));
            }
        } else if (!vocabularies.codes(kind.vocabulary()).contains(code)) {
            violations.add(Violation.at(pointer, "unknown-code", code, ReferenceResolver.codesPath(kind.vocabulary()))
                    .suggesting(vocabularies.codeOf(kind.vocabulary(), code).orElse(null)));
        }
    }

    private void checkRange(String pointer, CriterionKind kind, ProgramRecord.Criterion criterion) {
        Integer min = criterion.min();
        Integer max = criterion.max();
        if (min == null && max == null) {
            violations.add(Violation.at(pointer + "/min", "required"));
        }
        checkNumber(pointer + "/min", min, 0, kind.max());
        // A minimum that is wrong itself bounds nothing.
        checkNumber(pointer + "/max", max, min == null || min > kind.max() ? 0 : min, kind.max());
    }

    private void checkNumber(String pointer, Integer number, int min, int max) {
        if (number != null && (number < min || number > max)) {
            violations.add(Violation.at(
                    pointer, "number-out-of-range", number.toString(), String.valueOf(min), String.valueOf(max)));
        }
    }
}
