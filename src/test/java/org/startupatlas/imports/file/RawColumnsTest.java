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
import org.startupatlas.resource.agreement.AgreementSchema;
import org.startupatlas.resource.fundinground.FundingRoundSchema;
import org.startupatlas.resource.indicator.IndicatorSchema;
import org.startupatlas.resource.participation.ParticipationSchema;
import org.startupatlas.resource.partner.PartnerSchema;
import org.startupatlas.resource.program.ProgramSchema;
import org.startupatlas.resource.site.SiteSchema;
import org.startupatlas.resource.startup.StartupSchema;
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
                        StartupSchema.STARTUPS,
                        "slug name city founded_year sectors summary.en country status markets website official_labels notes -"),
                Arguments.of("partners", PartnerSchema.PARTNERS, "slug name types country city summary.en -"),
                Arguments.of(
                        "programs",
                        ProgramSchema.PROGRAMS,
                        "slug name operators type stages started summary.en - status -"),
                Arguments.of("participations", ParticipationSchema.PARTICIPATIONS, "startup program edition outcome -"),
                Arguments.of("agreements", AgreementSchema.AGREEMENTS, "slug parties supporters signed - scope.en -"),
                Arguments.of(
                        "funding_rounds",
                        FundingRoundSchema.FUNDING_ROUNDS,
                        "startup type amount.value amount.currency date - - -"),
                Arguments.of(
                        "technopark_sites", SiteSchema.SITES, "city opened region status point.lat point.lon notes -"),
                Arguments.of(
                        "kpi_targets_maroc_digital_2030",
                        IndicatorSchema.INDICATORS,
                        "slug name unit baseline.value baseline.period - - - - notes -"));
    }

    private ImportedFile read(Path file, ResourceSchema schema, ReadingOptions options) {
        return ImportedFile.read(file, schema, options, values, ReadingLimits.STANDARD);
    }

    @ParameterizedTest
    @MethodSource("files")
    void columnsOfRawFilesMapToFields(String name, ResourceSchema schema, String fields) {
        ImportedFile file = read(RAW.resolve("ecosystem").resolve(name + ".csv"), schema, ReadingOptions.NONE);
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
                read(RAW.resolve("ecosystem").resolve("startups.csv"), StartupSchema.STARTUPS, ReadingOptions.NONE);
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
                PartnerSchema.PARTNERS,
                ImportedFile.mapping("Security", "name", "Headquarters Location", "city"));
        assertNull(file.refusal());
        assertEquals(503, file.rows().size());
        assertEquals(
                "{\"name\":\"3M\",\"city\":\"Saint Paul, Minnesota\"}",
                file.rows().get(0).record().toString());
    }
}
