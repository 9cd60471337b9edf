package org.startupatlas;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.startupatlas.resource.agreement.AgreementRecord;
import org.startupatlas.resource.country.CountryRecord;
import org.startupatlas.resource.fundinground.FundingRoundRecord;
import org.startupatlas.resource.indicator.IndicatorRecord;
import org.startupatlas.resource.participation.ParticipationRecord;
import org.startupatlas.resource.partner.PartnerRecord;
import org.startupatlas.resource.program.ProgramRecord;
import org.startupatlas.resource.site.SiteRecord;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.resource.vocabulary.VocabularyRecord;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** The list of all resources, from which the registry is built. */
public final class ResourceCatalog {

    /** The schemas of all resources, in the order of the documentation. */
    public static final List<ResourceSchema> SCHEMAS = List.of(
            StartupRecord.SCHEMA,
            ProgramRecord.SCHEMA,
            PartnerRecord.SCHEMA,
            CountryRecord.SCHEMA,
            ParticipationRecord.SCHEMA,
            AgreementRecord.SCHEMA,
            FundingRoundRecord.SCHEMA,
            SiteRecord.SCHEMA,
            IndicatorRecord.SCHEMA,
            VocabularyRecord.SCHEMA);

    private ResourceCatalog() {}

    @Produces
    @Singleton
    static SchemaRegistry register() {
        return new SchemaRegistry(SCHEMAS);
    }
}
