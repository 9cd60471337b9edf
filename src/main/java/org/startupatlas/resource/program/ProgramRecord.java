package org.startupatlas.resource.program;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Claim;
import org.startupatlas.record.CriterionKind;
import org.startupatlas.record.OrganisationReference;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.PartialDate;
import org.startupatlas.record.Translated;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Fields;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.relation.Relation;

/** A support program for startups, in its JSON format. */
public record ProgramRecord(
        UUID id,
        String slug,
        Integer version,
        String name,
        List<OtherName> otherNames,
        String type,
        List<String> pillars,
        List<String> stages,
        List<String> sectors,
        List<String> countries,
        List<OrganisationReference> operators,
        Translated summary,
        String status,
        PartialDate started,
        List<Edition> editions,
        Translated eligibility,
        List<Criterion> criteria,
        Ticket ticket,
        String website,
        String notes,
        List<Claim> provenance,
        Instant createdAt,
        Instant updatedAt)
        implements AtlasRecord {

    /** The fields of programs, in the order of the components, and their relations. */
    public static final ResourceSchema SCHEMA = ResourceSchema.of(
                    "programs",
                    "program",
                    "program",
                    "Offers to startups: acceleration, incubation, funds, prizes, labels.",
                    ProgramRecord.class)
            .fields(CommonFields.leading(true, "morocco-accelerator", "Morocco Accelerator"))
            .field(Fields.code("type", "program_types", "What kind of offer it is.", "acceleration"))
            .field(Fields.codes("pillars", "pillars", "Which of the four pillars it offers.", "strategic_mentoring"))
            .field(Fields.codes("stages", "stages", "For startups at which stages.", "growth"))
            .field(Fields.codes("sectors", "sectors", "For startups of which sectors; none means any.", "healthtech"))
            .field(Fields.countries("countries", "Where it is offered, ISO 3166-1 alpha-2.", "MA"))
            .field(Fields.organisations("operators", "Who operates it."))
            .field(Fields.translated(
                    "summary",
                    "What it offers.",
                    "Programme intensif de trois mois",
                    "برنامج مكثف لمدة ثلاثة أشهر",
                    "3-month intensive"))
            .field(Fields.code("status", "program_statuses", "Whether it runs.", "active"))
            .field(Fields.partialDate("started", "When it began.", "2025").sortable())
            .field(Fields.objects(
                    "editions",
                    "Its runs.",
                    Fields.token("code", "The code that participations name.", "2019-2020-cohort-1")
                            .nonNull(),
                    Fields.partialDate("applications_open", "When applications open.", "2025-06"),
                    Fields.partialDate("applications_close", "When applications close.", "2025-08"),
                    Fields.partialDate("start", "When it starts.", "2025-09-30"),
                    Fields.partialDate("end", "When it ends.", "2025-12"),
                    Fields.integer("capacity", 0, 1000000, "How many startups it takes.", 18)))
            .field(Fields.translated(
                    "eligibility", "Who can apply.", "Startups marocaines", "شركات ناشئة مغربية", "Moroccan startups"))
            .field(Fields.objects(
                    "criteria",
                    "Who can apply, structured; criteria of one kind with different codes are alternatives.",
                    Fields.word("kind", CriterionKind.codes(), "What it is about.", "age")
                            .nonNull(),
                    Fields.token("code", "The code that is accepted, or true or false.", "fintech"),
                    Fields.integer("min", 0, CriterionKind.MAX_HEADCOUNT, "The least.", 1),
                    Fields.integer("max", 0, CriterionKind.MAX_HEADCOUNT, "The most.", 5),
                    Fields.partialDate("date", "The first or last date of foundation.", "2020"),
                    Fields.text("note", "The words of the source.", "Moins de 5 ans"),
                    Fields.link("source", "The page that says so.", "https://www.example.org/")))
            .field(Fields.object(
                    "ticket",
                    "How much money a startup can get.",
                    Fields.decimal(
                            "min", 0, 1_000_000_000_000_000L, "The least, in whole units of the currency.", 1000000),
                    Fields.decimal(
                            "max", 0, 1_000_000_000_000_000L, "The most, in whole units of the currency.", 3000000),
                    Fields.currency("MAD")))
            .field(Fields.link("website", "Its website.", "https://www.example.org/"))
            .fields(CommonFields.trailing())
            .ownedBy("operators.partner")
            .relation(new Relation(
                    "participations",
                    "participations",
                    List.of("program"),
                    List.of("startup", "edition", "state", "outcome"),
                    "Startups in it, one by one."))
            .relation(new Relation(
                    "startups",
                    "startups",
                    List.of("participations.program"),
                    List.of("sectors", "country", "status"),
                    "Startups that were in it."))
            .relation(new Relation(
                    "partners",
                    "partners",
                    List.of("programs.id"),
                    List.of("types", "country"),
                    "Partners that operate it."))
            .relation(new Relation(
                    "agreements",
                    "agreements",
                    List.of("programs"),
                    List.of("status", "signed"),
                    "Agreements it grew out of."));

    /** One run of the program. */
    public record Edition(
            String code,
            PartialDate applicationsOpen,
            PartialDate applicationsClose,
            PartialDate start,
            PartialDate end,
            Integer capacity) {}

    /** A criterion of eligibility; which of code, numbers and date it has depends on its kind. */
    public record Criterion(
            String kind, String code, Integer min, Integer max, PartialDate date, String note, String source) {}

    /** The amount of money that a startup can get. */
    public record Ticket(BigDecimal min, BigDecimal max, String currency) {}

    public ProgramRecord {
        otherNames = List.copyOf(otherNames);
        pillars = List.copyOf(pillars);
        stages = List.copyOf(stages);
        sectors = List.copyOf(sectors);
        countries = List.copyOf(countries);
        operators = List.copyOf(operators);
        summary = Translated.orNone(summary);
        editions = List.copyOf(editions);
        eligibility = Translated.orNone(eligibility);
        criteria = List.copyOf(criteria);
        provenance = List.copyOf(provenance);
    }

    @Override
    public String idText() {
        return id.toString();
    }
}
