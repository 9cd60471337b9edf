package org.startupatlas.network.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.startupatlas.network.model.Documents.Agreement;
import org.startupatlas.network.model.Documents.FundingRound;
import org.startupatlas.network.model.Documents.Header;
import org.startupatlas.network.model.Documents.Investor;
import org.startupatlas.network.model.Documents.Participation;
import org.startupatlas.network.model.Documents.Site;
import org.startupatlas.record.OrganisationReference;
import org.startupatlas.record.RecordJson;

/** Reads what a stored record contributes to the network. References by name only contribute nothing. */
@Singleton
final class ContributionReader {

    /** The resources whose records contribute something. */
    static final List<String> RESOURCES = List.of(
            RecordKey.COUNTRIES,
            RecordKey.PARTNERS,
            RecordKey.SITES,
            RecordKey.PROGRAMS,
            RecordKey.STARTUPS,
            RecordKey.PARTICIPATIONS,
            RecordKey.AGREEMENTS,
            RecordKey.FUNDING_ROUNDS);

    private final ObjectMapper json;

    ContributionReader(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Reads the contribution of a record.
     *
     * @param document the stored JSON
     */
    Contribution read(RecordKey key, byte[] document) {
        ObjectNode stored = RecordJson.read(json, document);
        LinkFactory links = new LinkFactory(key, bind(stored, Header.class));
        return switch (key.resource()) {
            case RecordKey.COUNTRIES -> Contribution.of(bind(stored, Country.class), document, List.of(), List.of());
            case RecordKey.PARTNERS -> ofPartner(bind(stored, Partner.class), document, links);
            case RecordKey.SITES -> Contribution.of(bind(stored, Site.class));
            case RecordKey.PROGRAMS -> ofProgram(bind(stored, Program.class), document, links);
            case RecordKey.STARTUPS -> ofStartup(bind(stored, Startup.class), document, links);
            case RecordKey.PARTICIPATIONS -> ofParticipation(bind(stored, Participation.class), links);
            case RecordKey.AGREEMENTS -> Contribution.of(ofAgreement(bind(stored, Agreement.class), links), List.of());
            case RecordKey.FUNDING_ROUNDS -> ofRound(bind(stored, FundingRound.class), links);
            default -> throw new IllegalArgumentException(key + " is not part of the network");
        };
    }

    private <T> T bind(ObjectNode stored, Class<T> type) {
        try {
            return json.treeToValue(stored, type);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Contribution ofStartup(Startup startup, byte[] document, LinkFactory factory) {
        RecordKey key = startup.key();
        List<Link> links = new ArrayList<>();
        addSeat(links, factory, key, startup.country());
        addIfKnown(links, factory, LinkKind.STEWARD, key, partner(startup.steward()), "/steward");
        for (int i = 0; i < startup.markets().size(); i++) {
            Startup.Market market = startup.markets().get(i);
            if (market.country() != null) {
                Validity validity = Validity.since(market.since(), market.state());
                RecordKey country = RecordKey.country(market.country());
                links.add(factory.link(
                        LinkKind.MARKET, key, country, market.mode(), validity, "/markets/" + i, market.country()));
            }
        }
        List<Draft> drafts = startup.site() == null
                ? List.of()
                : List.of(new Draft.OfSite(factory, key, new RecordKey(RecordKey.SITES, startup.site())));
        return Contribution.of(startup, document, links, drafts).with(Milestone.of(startup, factory));
    }

    private static Contribution ofPartner(Partner partner, byte[] document, LinkFactory factory) {
        RecordKey key = partner.key();
        List<Link> links = new ArrayList<>();
        addSeat(links, factory, key, partner.country());
        for (int i = 0; i < partner.presences().size(); i++) {
            Partner.Presence presence = partner.presences().get(i);
            if (presence.country() != null) {
                links.add(factory.link(
                        LinkKind.PRESENCE,
                        key,
                        RecordKey.country(presence.country()),
                        presence.kind(),
                        // "announced" is a kind of presence, and a state like those of other records
                        Validity.since(presence.since(), presence.kind()),
                        "/presences/" + i,
                        presence.city(),
                        presence.country()));
            }
        }
        for (int i = 0; i < partner.networks().size(); i++) {
            RecordKey network = RecordKey.partner(partner.networks().get(i));
            addIfKnown(links, factory, LinkKind.MEMBERSHIP, key, network, "/networks/" + i);
        }
        return Contribution.of(partner, document, links, List.of());
    }

    private static Contribution ofProgram(Program program, byte[] document, LinkFactory factory) {
        RecordKey key = program.key();
        Validity validity = Validity.since(program.started(), program.status());
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < program.operators().size(); i++) {
            OrganisationReference operator = program.operators().get(i);
            RecordKey partner = partner(operator);
            if (partner != null) {
                links.add(factory.link(
                        LinkKind.OPERATOR, key, partner, null, validity, "/operators/" + i, operator.name()));
            }
        }
        for (int i = 0; i < program.countries().size(); i++) {
            String code = program.countries().get(i);
            RecordKey country = RecordKey.country(code);
            links.add(factory.link(LinkKind.OFFERED_IN, key, country, null, validity, "/countries/" + i, code));
        }
        return Contribution.of(program, document, links, List.of());
    }

    private static Contribution ofParticipation(Participation participation, LinkFactory factory) {
        Link link = factory.link(
                LinkKind.PARTICIPATION,
                RecordKey.startup(participation.startup()),
                RecordKey.program(participation.program()),
                participation.outcome(),
                new Validity(participation.from(), participation.to(), participation.state()),
                "/program");
        return participation.edition() == null
                ? Contribution.of(List.of(link), List.of())
                : Contribution.of(List.of(), List.of(new Draft.OfEdition(link, participation.edition())));
    }

    private static List<Link> ofAgreement(Agreement agreement, LinkFactory factory) {
        Validity validity = Validity.since(agreement.signed(), agreement.status());
        List<RecordKey> parties = agreement.parties().stream()
                .map(ContributionReader::partner)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < parties.size(); i++) {
            RecordKey party = parties.get(i);
            for (RecordKey other : parties.subList(i + 1, parties.size())) {
                links.add(factory.link(LinkKind.AGREEMENT, party, other, null, validity, "/parties"));
            }
            for (int j = 0; j < agreement.programs().size(); j++) {
                RecordKey program = RecordKey.program(agreement.programs().get(j));
                String pointer = "/programs/" + j;
                links.add(factory.link(LinkKind.AGREEMENT_PROGRAM, party, program, null, validity, pointer));
            }
            for (int j = 0; j < agreement.supporters().size(); j++) {
                OrganisationReference supporter = agreement.supporters().get(j);
                RecordKey partner = partner(supporter);
                if (partner != null && !partner.equals(party)) {
                    String pointer = "/supporters/" + j;
                    links.add(
                            factory.link(LinkKind.SUPPORT, partner, party, null, validity, pointer, supporter.name()));
                }
            }
        }
        return links;
    }

    private static Contribution ofRound(FundingRound round, LinkFactory factory) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < round.investors().size(); i++) {
            Investor investor = round.investors().get(i);
            if (investor.partner() != null) {
                links.add(factory.link(
                        LinkKind.INVESTMENT,
                        RecordKey.partner(investor.partner()),
                        RecordKey.startup(round.startup()),
                        round.fundingClass(),
                        Validity.since(round.date()),
                        "/investors/" + i,
                        investor.name()));
            }
        }
        return Contribution.of(links, List.of()).with(List.of(Milestone.of(round, factory)));
    }

    private static void addSeat(List<Link> links, LinkFactory factory, RecordKey key, String code) {
        addIfKnown(links, factory, LinkKind.SEAT, key, code == null ? null : RecordKey.country(code), "/country");
    }

    private static void addIfKnown(
            List<Link> links, LinkFactory factory, LinkKind kind, RecordKey from, RecordKey to, String pointer) {
        if (to != null && !to.equals(from)) {
            links.add(factory.link(kind, from, to, null, Validity.UNKNOWN, pointer));
        }
    }

    private static RecordKey partner(String id) {
        return id == null ? null : RecordKey.partner(id);
    }

    private static RecordKey partner(OrganisationReference organisation) {
        return organisation.partner() == null
                ? null
                : RecordKey.partner(organisation.partner().toString());
    }
}
