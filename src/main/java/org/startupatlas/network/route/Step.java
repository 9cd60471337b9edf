package org.startupatlas.network.route;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.startupatlas.network.model.Link;
import org.startupatlas.network.model.LinkKind;
import org.startupatlas.network.model.RecordKey;

/**
 * The steps of chains. A step may follow another if the role in which that one leaves the chain is among those at which
 * it begins; so the two columns of roles are the whole grammar of chains. That a partner maintains a startup's record
 * ({@link LinkKind#STEWARD}) is no step: it says who writes, not who opens doors.
 *
 * <p>Roles only narrow along a chain: what a partner allows as an acquaintance it allows as a network, and that as a
 * contact. So a chain that comes to a node twice could leave it the first time, and no shortest chain does.
 */
public enum Step {
    JOINS(LinkKind.PARTICIPATION, Direction.ALONG, Set.of(Role.STARTUP), Role.PROGRAM),
    IS_BASED_AT(LinkKind.RESIDENCE, Direction.ALONG, Set.of(Role.STARTUP), Role.CONTACT),
    IS_FUNDED_BY(LinkKind.INVESTMENT, Direction.AGAINST, Set.of(Role.STARTUP), Role.CONTACT),
    HAS_MARKET(LinkKind.MARKET, Direction.ALONG, Set.of(Role.STARTUP), Role.COUNTRY),
    IS_FROM(LinkKind.SEAT, Direction.ALONG, Set.of(Role.STARTUP), Role.COUNTRY),

    IS_OPERATED_BY(LinkKind.OPERATOR, Direction.ALONG, Set.of(Role.PROGRAM), Role.CONTACT),
    CAME_OF_AGREEMENT(LinkKind.AGREEMENT_PROGRAM, Direction.AGAINST, Set.of(Role.PROGRAM), Role.CONTACT),
    IS_OFFERED_IN(LinkKind.OFFERED_IN, Direction.ALONG, Set.of(Role.PROGRAM, Role.NEXT_PROGRAM), Role.COUNTRY),

    AGREES_WITH(LinkKind.AGREEMENT, Direction.BOTH, Set.of(Role.CONTACT), Role.CONTACT),
    NETWORK_AGREES_WITH(LinkKind.AGREEMENT, Direction.BOTH, Set.of(Role.NETWORK), Role.ACQUAINTANCE),
    BELONGS_TO(LinkKind.MEMBERSHIP, Direction.ALONG, Set.of(Role.CONTACT), Role.NETWORK),
    HAS_MEMBER(LinkKind.MEMBERSHIP, Direction.AGAINST, Set.of(Role.CONTACT), Role.ACQUAINTANCE),
    IS_SUPPORTED_BY(LinkKind.SUPPORT, Direction.AGAINST, Set.of(Role.CONTACT), Role.ACQUAINTANCE),
    OPERATES(
            LinkKind.OPERATOR,
            Direction.AGAINST,
            Set.of(Role.CONTACT, Role.NETWORK, Role.ACQUAINTANCE),
            Role.NEXT_PROGRAM),
    IS_PRESENT_IN(
            LinkKind.PRESENCE, Direction.ALONG, Set.of(Role.CONTACT, Role.NETWORK, Role.ACQUAINTANCE), Role.COUNTRY),
    HAS_SEAT_IN(LinkKind.SEAT, Direction.ALONG, Set.of(Role.CONTACT, Role.NETWORK, Role.ACQUAINTANCE), Role.COUNTRY);

    private enum Direction {
        ALONG,
        AGAINST,
        BOTH
    }

    private static final List<Step> ALL = List.of(values());

    private final LinkKind kind;
    private final Direction direction;
    private final Set<Role> from;
    private final Role to;

    Step(LinkKind kind, Direction direction, Set<Role> from, Role to) {
        this.kind = kind;
        this.direction = direction;
        this.from = from;
        this.to = to;
    }

    /** A link as a step in one direction. */
    record Taken(Step step, RecordKey from, RecordKey to) {}

    /** Returns the steps that a link allows. */
    static List<Taken> of(Link link) {
        return ALL.stream()
                .filter(step -> step.kind == link.kind())
                .flatMap(step -> step.taken(link))
                .toList();
    }

    private Stream<Taken> taken(Link link) {
        Taken along = new Taken(this, link.from(), link.to());
        Taken against = new Taken(this, link.to(), link.from());
        Stream<Taken> taken =
                switch (direction) {
                    case ALONG -> Stream.of(along);
                    case AGAINST -> Stream.of(against);
                    case BOTH -> Stream.of(along, against);
                };
        // Both startups and partners have seats.
        return taken.filter(one -> beginsAt(one.from));
    }

    private boolean beginsAt(RecordKey node) {
        return from.stream().anyMatch(role -> role.resource().equals(node.resource()));
    }

    /** Returns whether it may be taken from a node of the role. */
    public boolean isAllowedFrom(Role role) {
        return from.contains(role);
    }

    /** Returns the roles from which it may be taken. */
    public Set<Role> from() {
        return from;
    }

    /** Returns the role of the node that it leads to. */
    public Role to() {
        return to;
    }

    /** Returns the kind of its links. */
    public LinkKind kind() {
        return kind;
    }

    /** Returns the word that stands for it in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
