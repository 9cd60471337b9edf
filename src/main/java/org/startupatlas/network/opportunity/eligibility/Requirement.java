package org.startupatlas.network.opportunity.eligibility;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.startupatlas.network.model.Program.Criterion;
import org.startupatlas.record.CriterionKind;

/**
 * What a startup must meet: one criterion, or criteria of one kind with different codes, any of which is enough.
 *
 * @param position the place of the first of them in the program's list
 */
public record Requirement(CriterionKind kind, List<Criterion> alternatives, int position) {

    public Requirement {
        alternatives = List.copyOf(alternatives);
    }

    /** Returns the requirements of a program, in the order of their first criteria. */
    public static List<Requirement> of(List<Criterion> criteria) {
        Map<CriterionKind, Integer> ofKind = new EnumMap<>(CriterionKind.class);
        List<Requirement> requirements = new ArrayList<>();
        for (int i = 0; i < criteria.size(); i++) {
            Criterion criterion = criteria.get(i);
            CriterionKind kind = CriterionKind.ofCode(criterion.kind()).orElse(CriterionKind.OTHER);
            Integer earlier = kind.hasCode() ? ofKind.putIfAbsent(kind, requirements.size()) : null;
            if (earlier == null) {
                requirements.add(new Requirement(kind, List.of(criterion), i));
            } else {
                requirements.set(earlier, requirements.get(earlier).or(criterion));
            }
        }
        return requirements;
    }

    private Requirement or(Criterion criterion) {
        List<Criterion> all = new ArrayList<>(alternatives);
        all.add(criterion);
        return new Requirement(kind, all, position);
    }

    /** Returns the codes that are accepted, or the date. */
    public List<String> values() {
        return kind.hasDate()
                ? alternatives.stream()
                        .map(Criterion::date)
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .toList()
                : distinct(Criterion::code);
    }

    /** Returns the words of the sources. */
    public List<String> notes() {
        return distinct(Criterion::note);
    }

    /** Returns the pages that say so. */
    public List<String> sources() {
        return distinct(Criterion::source);
    }

    private List<String> distinct(Function<Criterion, String> member) {
        return alternatives.stream()
                .map(member)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Returns the only criterion of a kind without codes. */
    public Criterion only() {
        return alternatives.get(0);
    }
}
