package org.startupatlas.imports.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.startupatlas.imports.cell.CellParser;
import org.startupatlas.imports.file.table.ReadingLimits;
import org.startupatlas.resource.agreement.AgreementRecord;
import org.startupatlas.resource.fundinground.FundingRoundRecord;
import org.startupatlas.resource.indicator.IndicatorRecord;
import org.startupatlas.resource.participation.ParticipationRecord;
import org.startupatlas.resource.partner.PartnerRecord;
import org.startupatlas.resource.program.ProgramRecord;
import org.startupatlas.resource.site.SiteRecord;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.H2Only;

/** Tests the column mapping with files that were not made for this API; "-" is an ignored column. */
@QuarkusTest
@H2Only
class RawColumnsTest {
    private static final Path RAW = Path.of("src", "test", "resources", "raw");

    @Inject
    CellParser values;

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of(
                        "startups",
                        StartupRecord.SCHEMA,
                        "slug name city founded_year sectors summary.en country status markets website official_labels notes source"),
                Arguments.of("partners", PartnerRecord.SCHEMA, "slug name types country city summary.en source"),
                Arguments.of(
                        "programs",
                        ProgramRecord.SCHEMA,
                        "slug name operators type stages started summary.en - status source"),
                Arguments.of("participations", ParticipationRecord.SCHEMA, "startup program edition outcome source"),
                Arguments.of("agreements", AgreementRecord.SCHEMA, "slug parties supporters signed - scope.en source"),
                Arguments.of(
                        "funding_rounds",
                        FundingRoundRecord.SCHEMA,
                        "startup type amount.value amount.currency date - - source"),
                Arguments.of(
                        "technopark_sites",
                        SiteRecord.SCHEMA,
                        "name opened region status point.lat point.lon notes source"),
                Arguments.of(
                        "kpi_targets_maroc_digital_2030",
                        IndicatorRecord.SCHEMA,
                        "slug name unit baseline.value baseline.period - - - - notes source"));
    }

    private ImportedFile read(Path file, ResourceSchema schema, ReadingOptions options) {
        return ImportedFile.read(file, schema, options, values, ReadingLimits.STANDARD);
    }

    @ParameterizedTest
    @MethodSource("files")
    void columnsOfRawFilesMapToFields(String name, ResourceSchema schema, String fields) {
        // The sites have no names of their own; those of the bundle are made of the cities.
        boolean isNameless = name.equals("technopark_sites");
        ImportedFile file = read(
                RAW.resolve("ecosystem").resolve(name + ".csv"),
                schema,
                isNameless ? ImportedFile.mapping("city", "name") : ReadingOptions.NONE);
        assertNull(file.refusal());
        assertEquals(
                fields,
                String.join(
                        " ",
                        file.fields().stream()
                                .map(field -> field == null ? "-" : field)
                                .toList()));
        assertEquals(
                List.of(),
                file.rows().stream().filter(row -> !row.problems().isEmpty()).toList());
    }

    @Test
    void rawValuesAreConverted() {
        ImportedFile startups =
                read(RAW.resolve("ecosystem").resolve("startups.csv"), StartupRecord.SCHEMA, ReadingOptions.NONE);
        assertEquals(
                "{\"slug\":\"chari\",\"name\":\"Chari\",\"city\":\"Casablanca\",\"founded_year\":2020,"
                        + "\"sectors\":[\"fintech\",\"e_commerce\"],"
                        + "\"summary\":{\"en\":\"B2B e-commerce + financial services for small shops\"},"
                        + "\"country\":\"MA\",\"status\":\"active\","
                        + "\"markets\":[{\"country\":\"MA\"},{\"country\":\"TN\"},{\"country\":\"CI\"}],"
                        + "\"website\":\"https://chari.co/\","
                        + "\"notes\":\"YC S21; payment-institution licence 2025-10-15\"}",
                startups.rows().get(0).record().toString());
        assertEquals(68, startups.rows().size());
    }

    @Test
    void corporatesAreReadWithMapping() {
        ImportedFile file = read(
                RAW.resolve("corpora").resolve("sp500_pddl.csv"),
                PartnerRecord.SCHEMA,
                ImportedFile.mapping("Security", "name", "Headquarters Location", "city"));
        assertNull(file.refusal());
        assertEquals(503, file.rows().size());
        assertEquals(
                "{\"name\":\"3M\",\"city\":\"Saint Paul, Minnesota\"}",
                file.rows().get(0).record().toString());
    }
}
