package org.startupatlas.resource.participation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.startupatlas.record.Amount;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Claim;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.PartialDate;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Fields;
import org.startupatlas.schema.ResourceSchema;

/** The participation of a startup in a program, in its JSON format. */
public record ParticipationRecord(
        UUID id,
        String slug,
        Integer version,
        String name,
        List<OtherName> otherNames,
        UUID startup,
        UUID program,
        String edition,
        String state,
        String outcome,
        Amount amount,
        PartialDate from,
        PartialDate to,
        String notes,
        List<Claim> provenance,
        Instant createdAt,
        Instant updatedAt)
        implements AtlasRecord {

    /** The fields of participations, in the order of the components. */
    public static final ResourceSchema SCHEMA = ResourceSchema.of(
                    "participations",
                    "participation",
                    "participation",
                    "Startups in programs.",
                    ParticipationRecord.class)
            .fields(CommonFields.leading(
                    false, "weego-seedstars-casablanca-2018", "Weego – Seedstars Casablanca (2018)"))
            .field(Fields.reference(
                            "startup",
                            "startups",
                            List.of("sectors", "country"),
                            "The startup.",
                            "019dadd7-e400-7000-8000-000000000002")
                    .nonNull())
            .field(Fields.reference(
                            "program",
                            "programs",
                            List.of("type", "pillars"),
                            "The program.",
                            "019dadd7-e400-7000-8000-000000000003")
                    .nonNull())
            .field(Fields.token("edition", "The edition's code.", "2018"))
            .field(Fields.code("state", "participation_states", "How far it has come.", "completed"))
            .field(Fields.code("outcome", "participation_outcomes", "What came of it.", "winner"))
            .field(Fields.amount("amount", "Money that came with it."))
            .field(Fields.partialDate("from", "Since when.", "2018").sortable())
            .field(Fields.partialDate("to", "Until when.", "2018"))
            .fields(CommonFields.trailing())
            .ownedBy("program.operators.partner")
            .naturalKey("startup", "program", "edition");

    public ParticipationRecord {
        otherNames = List.copyOf(otherNames);
        provenance = List.copyOf(provenance);
    }

    @Override
    public String idText() {
        return id.toString();
    }
}
