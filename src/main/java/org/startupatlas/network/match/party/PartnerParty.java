package org.startupatlas.network.match.party;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.startupatlas.network.match.criterion.Criterion;
import org.startupatlas.network.match.criterion.Value;
import org.startupatlas.network.model.Link;
import org.startupatlas.network.model.LinkKind;
import org.startupatlas.network.model.Partner;
import org.startupatlas.network.model.Program;
import org.startupatlas.network.model.RecordKey;

/** A partner as one side of a match. It takes the stages and offers the pillars of the programs that it operates. */
final class PartnerParty implements Party {

    private final Partner partner;
    private final LiveLinks links;

    PartnerParty(Partner partner, LiveLinks links) {
        this.partner = partner;
        this.links = links;
    }

    @Override
    public List<Value> values(Criterion criterion) {
        RecordKey key = partner.key();
        return switch (criterion) {
            case SECTORS -> LiveLinks.list(partner, partner.sectors(), "/sectors");
            case TECHNOLOGIES -> List.of();
            case STAGE -> ofPrograms(program -> LiveLinks.list(program, program.stages(), "/stages"));
            case PILLARS -> ofPrograms(program -> LiveLinks.list(program, program.pillars(), "/pillars"));
            case PLACE, REACH -> places().map(LiveLinks::country).toList();
            case SHARED -> circle();
            case TRACK_RECORD -> trackRecord();
            case LANGUAGE -> links.languages(places());
            case OPENNESS -> ofPrograms(program -> ProgramParty.openness(program, links.day()));
        };
    }

    /** The country of a seat alone does not say where else it is. */
    @Override
    public boolean isExhaustive(Criterion criterion) {
        return criterion == Criterion.REACH
                ? links.from(partner.key(), LinkKind.PRESENCE).findAny().isPresent()
                : Party.super.isExhaustive(criterion);
    }

    /** Returns the links to the countries of its seat and its presences. */
    private Stream<Link> places() {
        return Stream.concat(links.from(partner.key(), LinkKind.SEAT), links.from(partner.key(), LinkKind.PRESENCE));
    }

    private List<Value> ofPrograms(Function<Program, List<Value>> values) {
        return programs()
                .map(key -> (Program) links.node(key))
                .flatMap(program -> values.apply(program).stream())
                .toList();
    }

    private Stream<RecordKey> programs() {
        return links.to(partner.key(), LinkKind.OPERATOR).map(Link::from).distinct();
    }

    /** Returns its programs, those of its agreements, the other parties of these, and the networks that it is in. */
    private List<Value> circle() {
        RecordKey key = partner.key();
        return Stream.of(
                        links.to(key, LinkKind.OPERATOR),
                        links.from(key, LinkKind.AGREEMENT_PROGRAM),
                        links.of(key, LinkKind.AGREEMENT),
                        links.of(key, LinkKind.SUPPORT),
                        links.from(key, LinkKind.MEMBERSHIP))
                .flatMap(each -> each.map(link -> links.end(link, key)))
                .distinct()
                .toList();
    }

    /** Returns the startups that it invested in, and those of its programs. */
    private List<Value> trackRecord() {
        RecordKey key = partner.key();
        Stream<Value> supported = programs()
                .flatMap(program -> links.to(program, LinkKind.PARTICIPATION).map(link -> links.end(link, program)));
        return Stream.concat(links.from(key, LinkKind.INVESTMENT).map(link -> links.end(link, key)), supported)
                .distinct()
                .toList();
    }
}
