package org.startupatlas;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.startupatlas.resource.agreement.AgreementSchema;
import org.startupatlas.resource.country.CountrySchema;
import org.startupatlas.resource.fundinground.FundingRoundSchema;
import org.startupatlas.resource.indicator.IndicatorSchema;
import org.startupatlas.resource.participation.ParticipationSchema;
import org.startupatlas.resource.partner.PartnerSchema;
import org.startupatlas.resource.program.ProgramSchema;
import org.startupatlas.resource.site.SiteSchema;
import org.startupatlas.resource.startup.StartupSchema;
import org.startupatlas.resource.vocabulary.VocabularySchema;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** The list of all resources, from which the registry is built. */
public final class ResourceCatalog {

    /** The schemas of all resources, in the order of the documentation. */
    public static final List<ResourceSchema> DECLARATIONS = List.of(
            StartupSchema.STARTUPS,
            ProgramSchema.PROGRAMS,
            PartnerSchema.PARTNERS,
            CountrySchema.COUNTRIES,
            ParticipationSchema.PARTICIPATIONS,
            AgreementSchema.AGREEMENTS,
            FundingRoundSchema.FUNDING_ROUNDS,
            SiteSchema.SITES,
            IndicatorSchema.INDICATORS,
            VocabularySchema.VOCABULARIES);

    private ResourceCatalog() {}

    @Produces
    @Singleton
    static SchemaRegistry register() {
        return new SchemaRegistry(DECLARATIONS);
    }
}
