package org.startupatlas.network.journey;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.network.journey.Course.Occurrence;
import org.startupatlas.network.model.Link;
import org.startupatlas.network.model.LinkKind;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.model.Source;

/**
 * Finds through whom startups took a step, where evidence says so: the investors of a round; and each program in which
 * the startup took part according to the same page that proves the step, with the program's operators. Exhibitors are left
 * out, because a stand at a fair leads to nothing.
 */
final class Through {

    private final Network network;

    Through(Network network) {
        this.network = network;
    }

    /** Returns the programs and partners behind occurrences, each once. */
    List<RecordKey> behind(List<Occurrence> occurrences) {
        return occurrences.stream()
                .map(Occurrence::proof)
                .flatMap(step -> Stream.concat(step.partners().stream(), programs(step)))
                .distinct()
                .toList();
    }

    private Stream<RecordKey> programs(Step step) {
        RecordKey startup = step.startup();
        // A source of the startup as a whole need not say anything of this step.
        boolean isOfStartup = step.evidence().record().equals(startup);
        Set<String> pages = pages(step.sources().stream()
                .filter(source -> !(isOfStartup && source.isOfRecord()))
                .toList());
        return network.linksFrom(startup).stream()
                .filter(link -> Journey.takesPart(link) && !link.isExhibit())
                .filter(link -> pages(link.sources()).stream().anyMatch(pages::contains))
                .flatMap(link -> Stream.concat(Stream.of(link.to()), operators(link.to())));
    }

    private Stream<RecordKey> operators(RecordKey program) {
        return network.linksFrom(program).stream()
                .filter(link -> link.kind() == LinkKind.OPERATOR)
                .map(Link::to);
    }

    private static Set<String> pages(List<Source> sources) {
        return sources.stream().map(Source::url).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
