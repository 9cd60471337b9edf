package org.startupatlas.query;

import java.util.List;
import java.util.Optional;

/** The records of a relation as a filter on the list of the relation's target. */
public final class RelationFilter {

    private final Register register;
    private final Relation relation;
    private final Object id;

    /**
     * Describes the records of a relation of one record.
     *
     * @param id the id of the record that the relation belongs to
     */
    public RelationFilter(Register register, Relation relation, Object id) {
        this.register = register;
        this.relation = relation;
        this.id = id;
    }

    /** Returns the condition that a record of the target satisfies. */
    public Condition condition() {
        return new Condition.Any(
                register.get(relation.target()).table(),
                register.links(relation).stream()
                        .map(link -> Conditions.reached(
                                link, 0, last -> new Condition.Compares(last, Operator.EQUAL, List.of(id))))
                        .toList());
    }

    /**
     * Returns the parameter that selects the same records from the target's list. Empty if the relation has several
     * links, or one that crosses other records or a list: there, further filters would have to match the same element.
     */
    public Optional<Parameter> parameter() {
        List<Path> links = register.links(relation);
        return links.size() == 1 && links.get(0).steps().isEmpty()
                ? Optional.of(new Parameter(links.get(0).name(), CommaList.write(id.toString())))
                : Optional.empty();
    }
}
