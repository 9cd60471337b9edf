package org.startupatlas.network.match.party;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.startupatlas.network.match.criterion.Criterion;
import org.startupatlas.network.match.criterion.OpenState;
import org.startupatlas.network.match.criterion.Value;
import org.startupatlas.network.model.Link;
import org.startupatlas.network.model.LinkKind;
import org.startupatlas.network.model.Program;
import org.startupatlas.network.model.RecordKey;

/** A program as one side of a match. */
final class ProgramParty implements Party {

    private final Program program;
    private final LiveLinks links;

    ProgramParty(Program program, LiveLinks links) {
        this.program = program;
        this.links = links;
    }

    @Override
    public List<Value> values(Criterion criterion) {
        RecordKey key = program.key();
        return switch (criterion) {
            case SECTORS -> LiveLinks.list(program, program.sectors(), "/sectors");
            case TECHNOLOGIES -> List.of();
            case STAGE -> LiveLinks.list(program, program.stages(), "/stages");
            case PILLARS -> LiveLinks.list(program, program.pillars(), "/pillars");
            case PLACE -> LiveLinks.list(program, program.countries(), "/countries");
            case REACH -> reach();
            case SHARED -> Stream.concat(links.from(key, LinkKind.OPERATOR), links.to(key, LinkKind.AGREEMENT_PROGRAM))
                    .map(link -> links.end(link, key))
                    .toList();
            case TRACK_RECORD -> links.to(key, LinkKind.PARTICIPATION)
                    .map(link -> links.end(link, key))
                    .toList();
            case LANGUAGE -> links.languages(links.from(key, LinkKind.OFFERED_IN));
            case OPENNESS -> openness(program, links.day());
        };
    }

    /** Returns the countries in which it is offered, and those that its operators are in. */
    private List<Value> reach() {
        Stream<Link> presences = links.from(program.key(), LinkKind.OPERATOR)
                .flatMap(operator -> links.from(operator.to(), LinkKind.PRESENCE));
        return Stream.concat(
                        LiveLinks.list(program, program.countries(), "/countries").stream(),
                        presences.map(LiveLinks::country))
                .distinct()
                .toList();
    }

    /** Returns how open a program is on a day: by the windows of its editions, else by its status. */
    static List<Value> openness(Program program, LocalDate day) {
        String status = program.status();
        if ("ended".equals(status)) {
            return List.of(LiveLinks.value(program, OpenState.ENDED, "/status"));
        }
        List<Value> states = new ArrayList<>();
        for (int i = 0; i < program.editions().size(); i++) {
            String window = window(program.editions().get(i), day);
            if (window != null) {
                states.add(LiveLinks.value(program, window, "/editions/" + i));
            }
        }
        if (status != null) {
            String state = status.equals("announced") ? OpenState.ANNOUNCED : OpenState.RUNNING;
            states.add(LiveLinks.value(program, state, "/status"));
        }
        return states;
    }

    /** Returns the state of an edition's window; null if it is over or not known. */
    private static String window(Program.Edition edition, LocalDate day) {
        boolean isOver = edition.applicationsClose() != null
                && day.isAfter(edition.applicationsClose().last());
        if (isOver || edition.applicationsOpen() == null) {
            return null;
        }
        if (day.isBefore(edition.applicationsOpen().first())) {
            return OpenState.WINDOW_AHEAD;
        }
        // Without its end, a window that opened is not known to be open still.
        return edition.applicationsClose() == null ? null : OpenState.WINDOW_OPEN;
    }
}
