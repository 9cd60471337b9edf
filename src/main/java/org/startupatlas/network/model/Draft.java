package org.startupatlas.network.model;

import java.util.Optional;
import org.startupatlas.network.model.Documents.Site;
import org.startupatlas.network.model.Program.Edition;
import org.startupatlas.record.OrganisationReference;

/** A link that needs a value of a second record, and is made anew when that one changes. */
sealed interface Draft {

    /** Returns the key of the second record. */
    RecordKey consulted();

    /**
     * Makes the link.
     *
     * @param contribution what the second record contributes; null if it does not exist
     */
    Optional<Link> complete(Contribution contribution);

    /**
     * A participation without dates of its own, which has those of its edition.
     *
     * @param link the link without dates
     * @param edition the code of the edition
     */
    record OfEdition(Link link, String edition) implements Draft {

        @Override
        public RecordKey consulted() {
            return link.to();
        }

        @Override
        public Optional<Link> complete(Contribution contribution) {
            Optional<Edition> found = contribution != null && contribution.node() instanceof Program program
                    ? program.edition(edition)
                    : Optional.empty();
            return Optional.of(found.map(one -> link.with(link.validity().orDuring(one.start(), one.end())))
                    .orElse(link));
        }
    }

    /**
     * A startup based in a site, which links it to the operator of the site.
     *
     * @param startup makes the link
     * @param consulted the site
     */
    record OfSite(LinkFactory startup, RecordKey from, RecordKey consulted) implements Draft {

        @Override
        public Optional<Link> complete(Contribution contribution) {
            Site site = contribution == null ? null : contribution.site();
            OrganisationReference operator = site == null ? null : site.operator();
            if (operator == null || operator.partner() == null) {
                return Optional.empty();
            }
            RecordKey partner = RecordKey.partner(operator.partner().toString());
            Validity validity = Validity.since(null, site.status());
            return Optional.of(startup.link(LinkKind.RESIDENCE, from, partner, null, validity, "/site"));
        }
    }
}
