package org.startupatlas.network.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A directed link between two nodes, with the place in a record that proves it.
 *
 * @param from the node at its beginning
 * @param to the node at its end
 * @param detail the code that specifies the kind, or null
 * @param sources the sources of the evidence, in the order in which the record names them
 */
public record Link(
        LinkKind kind,
        RecordKey from,
        RecordKey to,
        String detail,
        Validity validity,
        Evidence evidence,
        List<Source> sources) {

    private static final String EXHIBITOR = "exhibitor";

    /** The order of links, in which no two are equal: a record proves a link of a kind at a place once. */
    static final Comparator<Link> ORDER = Comparator.comparing(Link::kind)
            .thenComparing(Link::from)
            .thenComparing(Link::to)
            .thenComparing(link -> link.evidence.record())
            .thenComparing(link -> link.evidence.pointer());

    public Link {
        sources = List.copyOf(sources);
    }

    /** Returns whether the link is valid on a day. */
    public Truth isValidOn(LocalDate day) {
        return kind.isLasting() ? validity.isValidForGoodOn(day) : validity.isValidOn(day);
    }

    /** Returns whether it is a stand at a fair, which proves no support. */
    public boolean isExhibit() {
        return kind == LinkKind.PARTICIPATION && EXHIBITOR.equals(detail);
    }

    /** Returns the other end. */
    public RecordKey other(RecordKey end) {
        return end.equals(from) ? to : from;
    }

    Link with(Validity other) {
        return new Link(kind, from, to, detail, other, evidence, sources);
    }
}
