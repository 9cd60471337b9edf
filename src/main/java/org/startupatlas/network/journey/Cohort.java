package org.startupatlas.network.journey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.startupatlas.network.model.Link;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.Program;
import org.startupatlas.network.model.RecordKey;

/**
 * The startups that took part in a program, each once: those selected, in it, through it or withdrawn from it, and
 * those of which the state is not known. Applicants and the rejected did not take part.
 *
 * @param edition the code of the edition, or null for all
 */
public record Cohort(Program program, String edition, List<Member> members) {

    /**
     * A startup of the cohort.
     *
     * @param start when its first participation began; of those without dates of their own, when the edition did
     */
    public record Member(Journey journey, Span start) {

        boolean isDated() {
            return start.hasBeginning();
        }
    }

    public Cohort {
        members = List.copyOf(members);
    }

    /** Returns the cohort of a program or of one of its editions. */
    public static Cohort of(Network network, Program program, String edition, LocalDate day) {
        NavigableMap<RecordKey, Span> starts = new TreeMap<>();
        for (Link link : network.linksTo(program.key())) {
            if (Journey.takesPart(link) && (edition == null || edition.equals(editionOf(network, link)))) {
                starts.merge(link.from(), Span.of(link.validity().from()), Span::orEarlier);
            }
        }
        List<Member> members = new ArrayList<>();
        starts.forEach((key, start) -> {
            if (!start.first().isAfter(day)) {
                members.add(
                        new Member(Journey.of(network, network.startup(key.id()).orElseThrow()), start));
            }
        });
        return new Cohort(program, edition, members);
    }

    /** Returns the codes of the editions that the program or a participation in it names. */
    public static List<String> editions(Network network, Program program) {
        List<String> codes = new ArrayList<>(
                program.editions().stream().map(Program.Edition::code).toList());
        network.linksTo(program.key()).stream()
                .filter(Journey::takesPart)
                .map(link -> editionOf(network, link))
                .filter(Objects::nonNull)
                .forEach(codes::add);
        return codes.stream().distinct().toList();
    }

    private static String editionOf(Network network, Link link) {
        return network.edition(link.evidence().record()).orElse(null);
    }
}
