package org.startupatlas.network.match.party;

import java.util.List;
import java.util.stream.Stream;
import org.startupatlas.network.match.criterion.Criterion;
import org.startupatlas.network.match.criterion.OpenState;
import org.startupatlas.network.match.criterion.Value;
import org.startupatlas.network.model.Link;
import org.startupatlas.network.model.LinkKind;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.model.Startup;

/** A startup as one side of a match. */
final class StartupParty implements Party {

    private final Startup startup;
    private final LiveLinks links;

    StartupParty(Startup startup, LiveLinks links) {
        this.startup = startup;
        this.links = links;
    }

    @Override
    public List<Value> values(Criterion criterion) {
        return switch (criterion) {
            case SECTORS -> LiveLinks.list(startup, startup.sectors(), "/sectors");
            case TECHNOLOGIES -> LiveLinks.list(startup, startup.technologies(), "/technologies");
            case STAGE -> LiveLinks.field(startup, startup.stage(), "/stage");
            case PILLARS -> List.of();
            case PLACE -> LiveLinks.field(startup, startup.country(), "/country");
            case REACH -> markets();
            case SHARED -> circle();
            case TRACK_RECORD -> trackRecord();
            case LANGUAGE -> links.languages(links.from(startup.key(), LinkKind.SEAT));
            case OPENNESS -> openness();
        };
    }

    /** Returns the countries that it is in or plans to enter, without its own, which is its place. */
    private List<Value> markets() {
        return links.from(startup.key(), LinkKind.MARKET)
                .filter(link -> !link.to().id().equals(startup.country()))
                .map(LiveLinks::country)
                .toList();
    }

    /** Returns its programs and their operators, and the partners that invested in it, host it or maintain its record. */
    private List<Value> circle() {
        RecordKey key = startup.key();
        List<Link> programs = links.from(key, LinkKind.PARTICIPATION).toList();
        Stream<Value> operators = programs.stream().map(Link::to).distinct().flatMap(program -> links.from(
                        program, LinkKind.OPERATOR)
                .map(operator -> links.end(operator, program)));
        Stream<Value> own = Stream.of(
                        programs.stream(),
                        links.to(key, LinkKind.INVESTMENT),
                        links.from(key, LinkKind.RESIDENCE),
                        links.from(key, LinkKind.STEWARD))
                .flatMap(each -> each.map(link -> links.end(link, key)));
        return Stream.concat(own, operators).distinct().toList();
    }

    private List<Value> trackRecord() {
        RecordKey key = startup.key();
        return Stream.concat(
                        links.from(key, LinkKind.PARTICIPATION).map(link -> links.end(link, key)),
                        // A round counts once, however many joined it.
                        links.to(key, LinkKind.INVESTMENT)
                                .map(Link::evidence)
                                .map(round -> LiveLinks.record(round.record(), round.slug(), round.name(), round)))
                .toList();
    }

    private List<Value> openness() {
        boolean isClosed =
                startup.closed() != null && links.day().isAfter(startup.closed().last());
        return isClosed
                ? List.of(LiveLinks.value(startup, OpenState.CLOSED, "/closed"))
                : LiveLinks.field(startup, startup.status(), "/status");
    }
}
