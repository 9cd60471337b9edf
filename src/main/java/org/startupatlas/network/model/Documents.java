package org.startupatlas.network.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.startupatlas.record.Amount;
import org.startupatlas.record.Claim;
import org.startupatlas.record.OrganisationReference;
import org.startupatlas.record.PartialDate;

/** The values of stored records from which links follow. */
final class Documents {

    private Documents() {}

    /** What every record has. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Header(String slug, String name, List<Claim> provenance) {
        Header {
            provenance = List.copyOf(provenance);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Participation(
            String startup,
            String program,
            String edition,
            String state,
            String outcome,
            PartialDate from,
            PartialDate to) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Agreement(
            List<OrganisationReference> parties,
            List<OrganisationReference> supporters,
            PartialDate signed,
            String status,
            List<String> programs) {
        Agreement {
            parties = List.copyOf(parties);
            supporters = List.copyOf(supporters);
            programs = List.copyOf(programs);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record FundingRound(
            String startup,
            String type,
            @JsonProperty("class") String fundingClass,
            Amount amount,
            PartialDate date,
            List<Investor> investors) {
        FundingRound {
            investors = List.copyOf(investors);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Investor(String partner, String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Site(OrganisationReference operator, String status) {}
}
