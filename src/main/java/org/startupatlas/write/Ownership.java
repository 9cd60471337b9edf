package org.startupatlas.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.startupatlas.query.lookup.ReferringRecords;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.write.request.Actor;
import org.startupatlas.write.request.WriteRejectedException;

/**
 * Decides which records a contributor may write: those that belong to its partner, by the owner that the declaration
 * names. Whom a record belongs to is changed by curators; a contributor may only withdraw its own partner from a list.
 */
@Singleton
public final class Ownership {

    private final SchemaRegistry register;
    private final ReferringRecords referrers;

    Ownership(SchemaRegistry register, ReferringRecords referrers) {
        this.register = register;
        this.referrers = referrers;
    }

    /** Fills in the author's partner as the owner of a record, where the owner is one plain field that was left out. */
    public void claim(ResourceSchema declaration, Actor author, ObjectNode input, ObjectNode record) {
        if (author.isBound() && declaration.owner().isPresent()) {
            Owner owner = owner(declaration);
            if (owner.kind == Kind.FIELD && !input.has(owner.field)) {
                record.put(owner.field, author.partner().toString());
            }
        }
    }

    /** Why the author may not write a stored record; empty if it may. */
    public Optional<Violation> faultOf(ResourceSchema declaration, Actor author, ObjectNode stored) {
        return !author.isBound() || belongs(declaration, author, stored)
                ? Optional.empty()
                : Optional.of(notYours(declaration, ""));
    }

    /** Why the author may not create a record, or give a stored one these values; empty if it may. */
    public Optional<Violation> faultOf(
            ResourceSchema declaration, Actor author, Optional<ObjectNode> stored, ObjectNode after) {
        if (!author.isBound()) {
            return Optional.empty();
        }
        Owner owner = owner(declaration);
        if (owner.kind == Kind.LIST) {
            List<JsonNode> others =
                    stored.map(before -> others(owner, author, before)).orElse(List.of());
            if (!others.equals(others(owner, author, after))) {
                return Optional.of(Violation.at(owner.pointer(), "other-owners"));
            }
        }
        boolean mayWithdraw = owner.kind == Kind.LIST && stored.isPresent();
        return mayWithdraw || belongs(declaration, author, after)
                ? Optional.empty()
                : Optional.of(notYours(declaration, owner.pointer()));
    }

    /** Why the author may not delete a stored record of its partner: with it, the other owners would go. */
    Optional<Violation> faultOfDeleting(ResourceSchema declaration, Actor author, ObjectNode stored) {
        if (!author.isBound()) {
            return Optional.empty();
        }
        Owner owner = owner(declaration);
        return owner.kind == Kind.LIST && !others(owner, author, stored).isEmpty()
                ? Optional.of(Violation.at(owner.pointer(), "other-owners"))
                : Optional.empty();
    }

    /** Ends a write that a contributor may not do. */
    static void refuse(Optional<Violation> fault) {
        fault.ifPresent(each -> {
            throw WriteRejectedException.notYours(each);
        });
    }

    private static Violation notYours(ResourceSchema declaration, String pointer) {
        return Violation.at(pointer, "not-yours", declaration.resource());
    }

    private boolean belongs(ResourceSchema declaration, Actor author, ObjectNode record) {
        if (declaration.owner().isEmpty()) {
            return false;
        }
        Owner owner = owner(declaration);
        JsonNode value = record.path(owner.field);
        String partner = author.partner().toString();
        return switch (owner.kind) {
            case FIELD -> partner.equals(value.textValue());
            case LIST -> others(owner, author, record).size() < value.size();
            case OF_REFERENCE -> value.isTextual()
                    && referrers.isOwnedBy(
                            register.get(owner.target),
                            owner.rest,
                            UUID.fromString(value.textValue()),
                            author.partner());
        };
    }

    /** The elements of the list that are not the author's partner, in their order. */
    private static List<JsonNode> others(Owner owner, Actor author, ObjectNode record) {
        List<JsonNode> others = new ArrayList<>();
        for (JsonNode element : record.get(owner.field)) {
            if (!author.partner().toString().equals(element.get(owner.rest).textValue())) {
                others.add(element);
            }
        }
        return others;
    }

    /** Where a record says whom it belongs to. */
    private enum Kind {
        /** The record's id, or a reference to the partner. */
        FIELD,
        /** A list of parts, each with a reference to a partner. */
        LIST,
        /** The owner of the record that a reference leads to. */
        OF_REFERENCE
    }

    /**
     * The declared path to the owner.
     *
     * @param rest of the path, within the field's parts or the resource {@code target}; null of a plain field
     */
    private record Owner(Kind kind, String field, String rest, String target) {
        String pointer() {
            return "/" + field;
        }
    }

    private static Owner owner(ResourceSchema declaration) {
        String[] names = declaration.owner().orElseThrow().split("\\.", 2);
        Field field = declaration.field(names[0]).orElseThrow();
        if (names.length == 1) {
            return new Owner(Kind.FIELD, names[0], null, null);
        }
        return field.isComposed() && field.isList()
                ? new Owner(Kind.LIST, names[0], names[1], null)
                : new Owner(Kind.OF_REFERENCE, names[0], names[1], field.target());
    }
}
