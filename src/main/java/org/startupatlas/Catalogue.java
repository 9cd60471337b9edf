package org.startupatlas;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.startupatlas.agreement.AgreementDeclaration;
import org.startupatlas.country.CountryDeclaration;
import org.startupatlas.fundinground.FundingRoundDeclaration;
import org.startupatlas.indicator.IndicatorDeclaration;
import org.startupatlas.participation.ParticipationDeclaration;
import org.startupatlas.partner.PartnerDeclaration;
import org.startupatlas.program.ProgramDeclaration;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Register;
import org.startupatlas.site.SiteDeclaration;
import org.startupatlas.startup.StartupDeclaration;
import org.startupatlas.vocabulary.VocabularyDeclaration;

/** The one place that names every resource, and puts what they share together. */
public final class Catalogue {

    /** All resources, in the order in which they are documented. */
    public static final List<Declaration> DECLARATIONS = List.of(
            StartupDeclaration.STARTUPS,
            ProgramDeclaration.PROGRAMS,
            PartnerDeclaration.PARTNERS,
            CountryDeclaration.COUNTRIES,
            ParticipationDeclaration.PARTICIPATIONS,
            AgreementDeclaration.AGREEMENTS,
            FundingRoundDeclaration.FUNDING_ROUNDS,
            SiteDeclaration.SITES,
            IndicatorDeclaration.INDICATORS,
            VocabularyDeclaration.VOCABULARIES);

    private Catalogue() {}

    @Produces
    @Singleton
    static Register register() {
        return new Register(DECLARATIONS);
    }
}
