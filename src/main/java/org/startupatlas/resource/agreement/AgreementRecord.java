package org.startupatlas.resource.agreement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Claim;
import org.startupatlas.record.OrganisationReference;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.PartialDate;
import org.startupatlas.record.Translated;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Fields;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.relation.Relation;

/** A partnership between organisations, in its JSON format. */
public record AgreementRecord(
        UUID id,
        String slug,
        Integer version,
        String name,
        List<OtherName> otherNames,
        List<OrganisationReference> parties,
        List<OrganisationReference> supporters,
        PartialDate signed,
        String status,
        Translated scope,
        List<String> pillars,
        List<UUID> programs,
        String notes,
        List<Claim> provenance,
        Instant createdAt,
        Instant updatedAt)
        implements AtlasRecord {

    /** The fields of agreements, in the order of the components, and their relations. */
    public static final ResourceSchema SCHEMA = ResourceSchema.of(
                    "agreements",
                    "agreement",
                    "agreement",
                    "Partnerships between organisations.",
                    AgreementRecord.class)
            .fields(CommonFields.leading(true, "technopark-pnp-2025", "Technopark Morocco – Plug and Play (2025)"))
            .field(Fields.organisations("parties", "Who agreed."))
            .field(Fields.organisations("supporters", "Who supports it."))
            .field(Fields.partialDate("signed", "When it was signed.", "2025-05-26")
                    .sortable())
            .field(Fields.code("status", "agreement_statuses", "Whether it is in force.", "active"))
            .field(Fields.translated(
                    "scope", "What it is about.", "Programme d'accélération", "برنامج تسريع", "acceleration programme"))
            .field(Fields.codes("pillars", "pillars", "Which of the four pillars it serves.", "strategic_mentoring"))
            .field(Fields.references(
                    "programs",
                    "programs",
                    List.of("type"),
                    "Programs that came of it.",
                    "019dadd7-e400-7000-8000-000000000003"))
            .fields(CommonFields.trailing())
            .relation(new Relation(
                    "partners",
                    "partners",
                    List.of("agreements.id"),
                    List.of("types", "country"),
                    "Partners that are parties to it or support it."));

    public AgreementRecord {
        otherNames = List.copyOf(otherNames);
        parties = List.copyOf(parties);
        supporters = List.copyOf(supporters);
        scope = Translated.orNone(scope);
        pillars = List.copyOf(pillars);
        programs = List.copyOf(programs);
        provenance = List.copyOf(provenance);
    }

    @Override
    public String idText() {
        return id.toString();
    }
}
