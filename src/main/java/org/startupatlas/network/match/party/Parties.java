package org.startupatlas.network.match.party;

import java.time.LocalDate;
import org.startupatlas.network.model.Country;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.Node;
import org.startupatlas.network.model.Partner;
import org.startupatlas.network.model.Program;
import org.startupatlas.network.model.Startup;

/** Makes the sides of matches from the nodes of a network, as they are on a day. */
public final class Parties {

    private final LiveLinks links;

    public Parties(Network network, LocalDate day) {
        this.links = new LiveLinks(network, day);
    }

    public Party of(Node node) {
        if (node instanceof Startup startup) {
            return new StartupParty(startup, links);
        }
        if (node instanceof Program program) {
            return new ProgramParty(program, links);
        }
        return node instanceof Partner partner
                ? new PartnerParty(partner, links)
                : new CountryParty((Country) node, links);
    }
}
