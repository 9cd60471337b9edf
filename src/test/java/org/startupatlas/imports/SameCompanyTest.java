package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;

/** Tests that a row does not write over another company of its name. */
@QuarkusTest
@TestProfile(ForWriting.class)
class SameCompanyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // The record's country and website, the row's, and whether the row is of the record.
                "Sc A|MA|-|MA|-|true",
                "Sc B|MA|-|FR|-|false",
                "Sc C|-|-|FR|-|true",
                "Sc D|MA|-|-|https://sc-d.ma|true",
                "Sc E|MA|https://sc-e.ma|MA|https://www.sc-e.ma/fr|true",
                "Sc F|MA|https://www.sc-f.ma|MA|http://app.sc-f.ma|true",
                "Sc G|MA|https://sc-g.ma|MA|https://sc-g.com|false",
                "Sc H|MA|https://sc-h.ma|FR|https://sc-h.ma|false",
                "Sc I|MA|https://sc-i.ma|MA|https://www.facebook.com/sc-i|true",
                "Sc J|MA|https://linkedin.com/company/a|-|https://linkedin.com/company/b|true"
            })
    void sameNameIsOneCompanyUnlessCountryOrWebsiteDiffer(
            String name, String country, String website, String rowCountry, String rowWebsite, boolean isSame) {
        Imports.csv("startups", file(name, country, website, ""));
        String row = file(name, rowCountry, rowWebsite, "Safi");
        JobAnswer job = Imports.csv("startups", row);
        assertEquals(
                isSame ? 1 : 0, job.rows().updated(), () -> Imports.report(job).toString());
        assertEquals(isSame ? 0 : 1, job.rows().created());
        JsonNode told = Imports.report(job).at("/possible_duplicates");
        assertEquals(isSame ? 0 : 1, told.size());
        if (!isSame) {
            assertEquals(1, told.at("/0/like/score").doubleValue());
        }
        assertEquals(1, Imports.csv("startups", row).rows().unchanged(), "the same file again changes nothing");
    }

    private static String file(String name, String country, String website, String city) {
        return "name,country,website,city\n" + name + "," + (country == null ? "" : country) + ","
                + (website == null ? "" : website) + "," + city + "\n";
    }

    @Test
    void fileMaySayThatNamesIdentify() {
        Imports.csv("startups", "name,country\nSc Moved,MA\n");
        JobAnswer job = Imports.csv("startups?match=name", "name,country\nSc Moved,FR\n");
        assertEquals(new JobAnswer.Rows(1, 0, 1, 0, 0), job.rows());
        Imports.csv("startups", "name,country\nSc Slugged,MA\n");
        JobAnswer bySlug = Imports.csv("startups", "slug,name,country\nsc-slugged,Sc Slugged,FR\n");
        assertEquals(new JobAnswer.Rows(1, 0, 1, 0, 0), bySlug.rows());
    }

    @Test
    void acronymOfARecordIsTold() {
        Imports.ndjson(
                "partners",
                "{\"name\":\"Technopark of Sc Morocco\",\"other_names\":[{\"name\":\"MITC\",\"kind\":\"acronym\"}]}");
        JobAnswer job = ImportedCase.of("acronym-of-a-record", "partners").job();
        assertEquals(new JobAnswer.Rows(1, 1, 0, 0, 0), job.rows());
        JsonNode told = Imports.report(job).get("possible_duplicates");
        List<String> slugs = told.findValues("like").stream()
                .map(like -> like.get("slug").textValue())
                .toList();
        assertTrue(slugs.contains("technopark-of-sc-morocco"), told::toString);
        assertEquals(
                1,
                ImportedCase.of("acronym-of-a-record", "partners").job().rows().unchanged());
    }

    @Test
    void referencesByNameAreResolved() {
        JobAnswer job = ImportedCase.of("reference-by-name", "funding_rounds").job();
        assertEquals(new JobAnswer.Rows(2, 2, 0, 0, 0), job.rows(), () -> Imports.report(job)
                .toString());
        String chari = Atlas.tree("/v1/startups/chari").get("id").textValue();
        assertEquals(
                List.of(chari, chari), ImportedCase.texts(ImportedCase.records("funding_rounds", "Kr "), "startup"));
        assertEquals(
                new JobAnswer.Rows(2, 0, 0, 2, 0),
                ImportedCase.of("reference-by-name", "funding_rounds").job().rows());
    }

    @Test
    void roundsOfOneNameBelongToTheirStartups() {
        String file =
                """
                name,startup
                Sc Seed,chari
                Sc Seed,CloudFret
                Sc Seed,Chari
                """;
        JobAnswer job = Imports.csv("funding_rounds", file);
        assertEquals(new JobAnswer.Rows(3, 2, 0, 1, 0), job.rows(), () -> Imports.report(job)
                .toString());
        assertEquals(
                new JobAnswer.Rows(3, 0, 0, 3, 0),
                Imports.csv("funding_rounds", file).rows());
    }

    @Test
    void referenceBySeveralRecordsIsRefusedWithTheirSlugs() {
        Imports.csv("startups", "name,country\nSc Twin,MA\n");
        Imports.csv("startups", "name,country\nSc Twin,FR\n");
        JobAnswer job = Imports.csv("funding_rounds", "name,startup\nSc Round,Sc Twin\nSc Other,Sc Nobody\n");
        JsonNode refused = Imports.report(job).get("refused");
        assertEquals("ambiguous-match", refused.at("/0/code").textValue());
        assertEquals("startup", refused.at("/0/field").textValue());
        assertTrue(refused.at("/0/why").textValue().contains("sc-twin, sc-twin-2"), refused::toString);
        assertEquals(2, job.rows().refused());
    }

    @Test
    void referencesAreResolvedInListsByOtherNamesAndWithinTheFile() {
        Imports.ndjson(
                "partners",
                "{\"name\":\"Sc Whole Network\",\"other_names\":[{\"name\":\"SCWN\",\"kind\":\"acronym\"}]}");
        JobAnswer job = Imports.csv(
                "partners",
                """
                name;networks
                Sc New Network;
                Sc Member One;SCWN | sc new network
                Sc Member Two;Sc Whole Network
                """);
        assertEquals(new JobAnswer.Rows(3, 3, 0, 0, 0), job.rows(), () -> Imports.report(job)
                .toString());
        assertEquals(2, Atlas.tree("/v1/partners/sc-member-one").get("networks").size());
        JobAnswer rows = Imports.csv("participations", "startup,program\nCHARI,212 Founders\n");
        assertEquals(0, rows.rows().refused(), () -> Imports.report(rows).toString());
        assertEquals(
                1,
                Imports.csv("participations", "startup,program\nCHARI,212 Founders\n")
                        .rows()
                        .unchanged());
    }
}
