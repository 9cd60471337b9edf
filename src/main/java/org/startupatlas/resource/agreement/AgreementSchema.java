package org.startupatlas.resource.agreement;

import java.util.List;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Fields;
import org.startupatlas.schema.Relation;
import org.startupatlas.schema.ResourceSchema;

/** The fields and relations of agreements. */
public final class AgreementSchema {

    public static final ResourceSchema AGREEMENTS = ResourceSchema.of(
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

    private AgreementSchema() {}
}
