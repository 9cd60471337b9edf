package org.startupatlas.network.match.party;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.startupatlas.network.match.criterion.Value;
import org.startupatlas.network.model.Country;
import org.startupatlas.network.model.Evidence;
import org.startupatlas.network.model.Link;
import org.startupatlas.network.model.LinkKind;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.Node;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.model.Truth;

/**
 * The links that can be valid on a day. Unknown dates are no reason to leave a link out; exhibitors of fairs are, because
 * a stand proves no support.
 */
final class LiveLinks {

    private final Network network;
    private final LocalDate day;

    LiveLinks(Network network, LocalDate day) {
        this.network = network;
        this.day = day;
    }

    LocalDate day() {
        return day;
    }

    Stream<Link> from(RecordKey node, LinkKind kind) {
        return network.linksFrom(node).stream().filter(link -> link.kind() == kind && isLive(link));
    }

    Stream<Link> to(RecordKey node, LinkKind kind) {
        return network.linksTo(node).stream().filter(link -> link.kind() == kind && isLive(link));
    }

    /** Returns the links of a kind without regard to their direction. */
    Stream<Link> of(RecordKey node, LinkKind kind) {
        return Stream.concat(from(node, kind), to(node, kind));
    }

    private boolean isLive(Link link) {
        return link.isValidOn(day) != Truth.FALSE && !link.isExhibit();
    }

    Node node(RecordKey key) {
        return network.node(key).orElseThrow();
    }

    /** Returns the record at the other end of a link, with the evidence of the link. */
    Value end(Link link, RecordKey from) {
        Node end = node(link.other(from));
        return record(end.key(), end.slug(), end.name(), link.evidence());
    }

    /** Returns a record as a value. */
    static Value record(RecordKey key, String slug, String name, Evidence evidence) {
        return new Value(Value.code(key.resource(), slug), name, evidence);
    }

    /** Returns the country at the end of a link, with the evidence of the link. */
    static Value country(Link link) {
        return new Value(link.to().id(), null, link.evidence());
    }

    /** Returns a value of a field of a node; none for null. */
    static List<Value> field(Node node, String code, String pointer) {
        return code == null ? List.of() : List.of(value(node, code, pointer));
    }

    /** Returns the values of a field of a node that is a list. */
    static List<Value> list(Node node, List<String> codes, String pointer) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            values.add(value(node, codes.get(i), pointer + "/" + i));
        }
        return values;
    }

    static Value value(Node node, String code, String pointer) {
        return new Value(code, null, new Evidence(node.key(), node.slug(), node.name(), pointer));
    }

    /** Returns the languages of the countries that links end at. */
    List<Value> languages(Stream<Link> toCountries) {
        return toCountries
                .map(link -> (Country) node(link.to()))
                .flatMap(country -> languages(country).stream())
                .distinct()
                .toList();
    }

    static List<Value> languages(Country country) {
        return list(country, country.languages(), "/languages");
    }
}
