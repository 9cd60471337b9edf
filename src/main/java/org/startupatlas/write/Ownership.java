package org.startupatlas.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.startupatlas.query.lookup.ReferringRecords;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.write.request.Actor;

/**
 * Decides which records a contributor may write: those that belong to its partner, by the owner path of the schema.
 * Only curators change the owner of a record; a contributor may only withdraw its own partner from a list.
 */
@Singleton
public final class Ownership {

    private final SchemaRegistry registry;
    private final ReferringRecords referrers;

    Ownership(SchemaRegistry registry, ReferringRecords referrers) {
        this.registry = registry;
        this.referrers = referrers;
    }

    /** Sets the actor's partner as the owner of a record, if the owner is a single field that the input omits. */
    public void setOwner(ResourceSchema schema, Actor actor, ObjectNode input, ObjectNode record) {
        if (actor.isBound() && schema.owner().isPresent()) {
            Owner owner = owner(schema);
            if (owner.kind == Kind.FIELD && !input.has(owner.field)) {
                record.put(owner.field, actor.partner().toString());
            }
        }
    }

    /** Returns why the actor may not write a stored record; empty if it may. */
    public Optional<Violation> violationOf(ResourceSchema schema, Actor actor, ObjectNode stored) {
        return !actor.isBound() || belongs(schema, actor, stored)
                ? Optional.empty()
                : Optional.of(notYours(schema, ""));
    }

    /** Returns why the actor may not create a record, or give a stored one these values; empty if it may. */
    public Optional<Violation> violationOf(
            ResourceSchema schema, Actor actor, Optional<ObjectNode> stored, ObjectNode after) {
        if (!actor.isBound()) {
            return Optional.empty();
        }
        Owner owner = owner(schema);
        if (owner.kind == Kind.LIST) {
            List<JsonNode> others =
                    stored.map(before -> others(owner, actor, before)).orElse(List.of());
            if (!others.equals(others(owner, actor, after))) {
                return Optional.of(Violation.at(owner.pointer(), "other-owners"));
            }
        }
        boolean mayWithdraw = owner.kind == Kind.LIST && stored.isPresent();
        return mayWithdraw || belongs(schema, actor, after)
                ? Optional.empty()
                : Optional.of(notYours(schema, owner.pointer()));
    }

    /** Returns why the actor may not delete a stored record of its partner: the other owners would lose it too. */
    Optional<Violation> violationOfDeleting(ResourceSchema schema, Actor actor, ObjectNode stored) {
        if (!actor.isBound()) {
            return Optional.empty();
        }
        Owner owner = owner(schema);
        return owner.kind == Kind.LIST && !others(owner, actor, stored).isEmpty()
                ? Optional.of(Violation.at(owner.pointer(), "other-owners"))
                : Optional.empty();
    }

    /** Throws if a contributor may not perform a write. */
    static void reject(Optional<Violation> violation) {
        violation.ifPresent(each -> {
            throw RejectedException.of(ProblemKind.FORBIDDEN, each);
        });
    }

    private static Violation notYours(ResourceSchema schema, String pointer) {
        return Violation.at(pointer, "not-yours", schema.resource());
    }

    private boolean belongs(ResourceSchema schema, Actor actor, ObjectNode record) {
        if (schema.owner().isEmpty()) {
            return false;
        }
        Owner owner = owner(schema);
        JsonNode value = record.path(owner.field);
        String partner = actor.partner().toString();
        return switch (owner.kind) {
            case FIELD -> partner.equals(value.textValue());
            case LIST -> others(owner, actor, record).size() < value.size();
            case OF_REFERENCE -> value.isTextual()
                    && referrers.isOwnedBy(
                            registry.get(owner.target),
                            owner.subpath,
                            UUID.fromString(value.textValue()),
                            actor.partner());
        };
    }

    /** Returns the elements of the list that are not the actor's partner, in their order. */
    private static List<JsonNode> others(Owner owner, Actor actor, ObjectNode record) {
        List<JsonNode> others = new ArrayList<>();
        for (JsonNode element : record.get(owner.field)) {
            if (!actor.partner().toString().equals(element.get(owner.subpath).textValue())) {
                others.add(element);
            }
        }
        return others;
    }

    /** The kinds of owner paths. */
    private enum Kind {
        /** The record's id, or a reference to the partner. */
        FIELD,
        /** A list of objects, each with a reference to a partner. */
        LIST,
        /** The owner of the referenced record. */
        OF_REFERENCE
    }

    /**
     * The parsed owner path of a schema.
     *
     * @param subpath the path after the field, within its parts or the resource {@code target}; null for a single field
     */
    private record Owner(Kind kind, String field, String subpath, String target) {
        String pointer() {
            return "/" + field;
        }
    }

    private static Owner owner(ResourceSchema schema) {
        String[] names = schema.owner().orElseThrow().split("\\.", 2);
        Field field = schema.field(names[0]).orElseThrow();
        if (names.length == 1) {
            return new Owner(Kind.FIELD, names[0], null, null);
        }
        return field.isComposed() && field.isList()
                ? new Owner(Kind.LIST, names[0], names[1], null)
                : new Owner(Kind.OF_REFERENCE, names[0], names[1], field.target());
    }
}
