package org.startupatlas.query.filter;

import java.util.List;
import java.util.Optional;
import org.startupatlas.query.parameter.CommaList;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.relation.Relation;
import org.startupatlas.schema.type.Operator;

/** Represents the related records of one record as a filter on the list of the relation's target. */
public final class RelationFilter {

    private final SchemaRegistry registry;
    private final Relation relation;
    private final Object id;

    /**
     * Creates the filter of one record's relation.
     *
     * @param id the id of the record that the relation belongs to
     */
    public RelationFilter(SchemaRegistry registry, Relation relation, Object id) {
        this.registry = registry;
        this.relation = relation;
        this.id = id;
    }

    /** Returns the condition that the related records satisfy. */
    public Condition condition() {
        return new Condition.Or(
                registry.get(relation.target()).table(),
                registry.links(relation).stream()
                        .map(link -> Conditions.atEnd(
                                link, 0, path -> new Condition.Comparison(path, Operator.EQUAL, List.of(id))))
                        .toList());
    }

    /**
     * Returns the parameter that selects the same records from the target's list. Empty if the relation has several
     * links, or a link through other records or a list: further filters would then have to match the same element.
     */
    public Optional<Parameter> parameter() {
        List<FieldPath> links = registry.links(relation);
        return links.size() == 1 && links.get(0).joins().isEmpty()
                ? Optional.of(new Parameter(links.get(0).name(), CommaList.write(id.toString())))
                : Optional.empty();
    }
}
