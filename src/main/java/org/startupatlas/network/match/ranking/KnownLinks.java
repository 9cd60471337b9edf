package org.startupatlas.network.match.ranking;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.startupatlas.network.model.Link;
import org.startupatlas.network.model.LinkKind;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.model.Truth;

/** What a record is linked to already: directly, or as the operator of a program and the startups in it are. */
final class KnownLinks {

    private final Network network;
    private final LocalDate day;

    KnownLinks(Network network, LocalDate day) {
        this.network = network;
        this.day = day;
    }

    /** Returns a link for each known record: the first direct one by kind and evidence, else the participation. */
    Map<RecordKey, Link> of(RecordKey record) {
        Map<RecordKey, Link> known = new HashMap<>();
        List<Link> direct = Stream.concat(links(network.linksFrom(record)), links(network.linksTo(record)))
                .toList();
        direct.forEach(link -> known.putIfAbsent(link.other(record), link));
        for (Link link : direct) {
            RecordKey program = link.other(record);
            if (link.kind() == LinkKind.OPERATOR && record.resource().equals(RecordKey.PARTNERS)) {
                links(network.linksTo(program))
                        .filter(KnownLinks::isSupport)
                        .forEach(participation -> known.putIfAbsent(participation.from(), participation));
            } else if (isSupport(link) && record.resource().equals(RecordKey.STARTUPS)) {
                links(network.linksFrom(program))
                        .filter(operator -> operator.kind() == LinkKind.OPERATOR)
                        .forEach(operator -> known.putIfAbsent(operator.to(), link));
            }
        }
        return known;
    }

    private static boolean isSupport(Link link) {
        return link.kind() == LinkKind.PARTICIPATION && !link.isExhibit();
    }

    private Stream<Link> links(Collection<Link> links) {
        return links.stream().filter(link -> link.isValidOn(day) != Truth.FALSE);
    }
}
