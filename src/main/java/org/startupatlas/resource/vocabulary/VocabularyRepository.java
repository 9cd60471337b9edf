package org.startupatlas.resource.vocabulary;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.query.lookup.FormerSlugRepository;
import org.startupatlas.query.lookup.ReferringRecords;
import org.startupatlas.query.parameter.Violation;

@Singleton
class VocabularyRepository extends RecordRepository<Vocabulary, VocabularyRecord, String> {

    private final ReferringRecords referrers;

    VocabularyRepository(FormerSlugRepository formerSlugs, ReferringRecords referrers, ObjectMapper json) {
        super(VocabularyRecord.SCHEMA, VocabularyRecord.class, String.class, formerSlugs, json);
        this.referrers = referrers;
    }

    /**
     * Checks that codes are unique, parents exist, the hierarchy has no cycle, no spelling belongs to two codes, and no
     * code in use was removed.
     */
    @Override
    protected List<Violation> violations(VocabularyRecord record) {
        List<Violation> violations = new ArrayList<>();
        Map<String, String> parents = new HashMap<>();
        Set<String> spellings = new HashSet<>();
        for (int i = 0; i < record.terms().size(); i++) {
            VocabularyRecord.Term term = record.terms().get(i);
            if (parents.containsKey(term.code())) {
                violations.add(Violation.at("/terms/" + i + "/code", "repeated-value", term.code()));
            }
            parents.put(term.code(), term.parent());
            for (int j = 0; j < term.spellings().size(); j++) {
                if (!spellings.add(term.spellings().get(j))) {
                    violations.add(Violation.at(
                            "/terms/" + i + "/spellings/" + j,
                            "repeated-value",
                            term.spellings().get(j)));
                }
            }
        }
        for (int i = 0; i < record.terms().size(); i++) {
            String parent = record.terms().get(i).parent();
            String pointer = "/terms/" + i + "/parent";
            if (parent != null && !parents.containsKey(parent)) {
                violations.add(Violation.at(pointer, "no-such-parent", parent));
            } else if (isInCycle(record.terms().get(i).code(), parents)) {
                violations.add(
                        Violation.at(pointer, "circle", record.terms().get(i).code()));
            }
        }
        List<String> lost = referrers.codesInUse(record.id()).stream()
                .filter(code -> !parents.containsKey(code))
                .toList();
        if (!lost.isEmpty()) {
            violations.add(Violation.at("/terms", "codes-in-use", String.join(", ", lost)));
        }
        return violations;
    }

    private static boolean isInCycle(String code, Map<String, String> parents) {
        Set<String> seen = new HashSet<>();
        for (String each = code; each != null; each = parents.get(each)) {
            if (!seen.add(each)) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected Vocabulary toRow(VocabularyRecord record) {
        return new Vocabulary(record);
    }
}
