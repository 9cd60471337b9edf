package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.KeyAnswer;
import org.startupatlas.testing.TestKeys;

/** Tests who is named as the source of what an import changes. */
@QuarkusTest
@TestProfile(ForWriting.class)
class SourcesTest {

    private static final String PARAMETERS = "startups?source=Wamda&source_url=https://www.wamda.com/list"
            + "&source_date=2025-06&confidence=unverified";

    /** Returns a line {@code field=value|used|publisher|url|published|confidence} for each claim of a startup. */
    private static List<String> claims(String slug) {
        List<String> claims = new ArrayList<>();
        for (JsonNode claim : Atlas.tree("/v1/startups/" + slug).get("provenance")) {
            claims.add(claim.get("field").asText() + "=" + claim.get("value").asText() + "|"
                    + claim.get("used").asText() + "|" + claim.get("publisher").asText() + "|"
                    + claim.get("url").asText() + "|" + claim.get("published").asText() + "|"
                    + claim.get("confidence").asText());
        }
        return claims;
    }

    private static void assertRows(JobAnswer job, long created, long updated, long unchanged) {
        assertEquals(
                new JobAnswer.Rows(created + updated + unchanged, created, updated, unchanged, 0),
                job.rows(),
                () -> Imports.report(job).toString());
    }

    @Test
    void sourceOfTheRequestClaimsEachValue() {
        String file = "name;country;founded;sectors;city\nSrc Un;MA;2019;fintech,energy;Safi\n";
        JobAnswer job = Imports.csv(PARAMETERS, file);
        assertEquals("Wamda", job.source());
        assertEquals("https://www.wamda.com/list", job.sourceUrl());
        assertEquals("2025-06", job.sourceDate());
        assertEquals("unverified", job.confidence());
        String source = "|true|Wamda|https://www.wamda.com/list|2025-06|unverified";
        assertEquals(
                List.of(
                        "region=MA-07|true|Startup Atlas|null|null|inferred",
                        "name=Src Un" + source,
                        "country=MA" + source,
                        "founded=2019" + source,
                        "sectors=fintech; energy" + source,
                        "city=Safi" + source),
                claims("src-un"));
        assertRows(Imports.csv(PARAMETERS, file), 0, 0, 1);
    }

    @Test
    void onlyChangedValuesAreClaimed() {
        Imports.csv("startups", "name;country;city\nSrc Deux;MA;Safi\n");
        assertEquals(
                List.of(
                        "region=MA-07|true|Startup Atlas|null|null|inferred",
                        "null=null|true|Startup Atlas|null|null|reported"),
                claims("src-deux"));
        JobAnswer job =
                Imports.csv("startups?source=Wamda", "name;country;city;headcount\nSrc Deux;Maroc;Oujda;1 200\n");
        assertRows(job, 0, 1, 0);
        assertEquals(
                List.of("city=Oujda|true|Wamda|null|null|reported", "headcount=1200|true|Wamda|null|null|reported"),
                claims("src-deux").subList(2, 4));
        JsonNode changed = Imports.report(job).at("/changed/0/changed");
        assertEquals("provenance", changed.get(changed.size() - 1).get("path").textValue());
    }

    @Test
    void columnsOfARowComeFirst() {
        String file =
                """
                Nom;Ville;Site web;Source;Lien source;Date source;Fiabilité
                Src Trois;Safi;src-trois.ma;Médias24;https://medias24.com/a;15 mars 2024;Vérifié
                Src Quatre;Safi;src-quatre.ma;;;;
                Src Cinq;Safi;src-cinq.ma;https://Le360.ma/b;n/a;-;Inconnu
                Src Six;Safi;src-six.ma;;www.hespress.com/c;;
                Src Sept;Safi;src-sept.ma;Médias24;;;
                """;
        JobAnswer job = Imports.csv(PARAMETERS, file);
        assertRows(job, 5, 0, 0);
        List<String> fields = new ArrayList<>();
        job.detected()
                .get("columns")
                .forEach(column -> fields.add(column.get("field").asText()));
        assertEquals(List.of("name", "city", "website", "source", "source_url", "source_date", "confidence"), fields);
        assertClaim("src-trois", "Médias24|https://medias24.com/a|2024-03-15|verified");
        assertClaim("src-quatre", "Wamda|https://www.wamda.com/list|2025-06|unverified");
        assertClaim("src-cinq", "le360.ma|https://Le360.ma/b|null|unverified");
        assertClaim("src-six", "Wamda|https://www.hespress.com/c|2025-06|unverified");
        assertClaim("src-sept", "Médias24|null|null|unverified");
        assertRows(Imports.csv(PARAMETERS, file), 0, 0, 5);
    }

    private static void assertClaim(String slug, String source) {
        assertTrue(claims(slug).contains("name=" + slugName(slug) + "|true|" + source), () -> claims(slug)
                .toString());
    }

    private static String slugName(String slug) {
        return "Src " + slug.substring(4, 5).toUpperCase() + slug.substring(5);
    }

    @Test
    void arabicAndEnglishHeadersAreKnown() {
        JobAnswer job = Imports.csv(
                "startups?dry_run=true", "الاسم;المصدر;رابط المصدر;تاريخ المصدر\nSrc Ar;هسبريس;hespress.com/x;2024\n");
        assertEquals("source", job.detected().at("/columns/1/field").textValue());
        assertEquals("source_url", job.detected().at("/columns/2/field").textValue());
        assertEquals("source_date", job.detected().at("/columns/3/field").textValue());
        JobAnswer mapped = Imports.csv(
                "startups?dry_run=true&mapping=" + Atlas.encode("{\"Relevé par\":\"source\"}"),
                "name;Source URL;Relevé par\nSrc En;https://a.ma;B\n");
        assertEquals("source_url", mapped.detected().at("/columns/1/field").textValue());
        assertEquals("source", mapped.detected().at("/columns/2/field").textValue());
    }

    @Test
    void cellsThatNameNoSourceAreLeftOutOrRefused() {
        String file = "name;city;Source;Date source;Confidence\nSrc Huit;Safi;A;bientôt;verifed\n";
        JobAnswer job = Imports.csv("startups", file);
        assertRows(job, 1, 0, 0);
        JsonNode leftOut = Imports.report(job).get("left_out");
        assertEquals(2, leftOut.size(), leftOut::toString);
        assertEquals("source_date", leftOut.at("/0/field").textValue());
        assertEquals("confidence", leftOut.at("/1/field").textValue());
        assertEquals("verified", leftOut.at("/1/did_you_mean").textValue());
        assertEquals("city=Safi|true|A|null|null|reported", claims("src-huit").get(2));
        assertRows(Imports.csv("startups", file), 0, 0, 1);
        assertEquals(
                new JobAnswer.Rows(1, 0, 0, 0, 1),
                Imports.csv("startups?strict=true", file).rows());
    }

    @Test
    void leftOutCellsHaveTheSourceOfTheirRow() {
        Imports.csv("startups?source=Wamda", "name;founded\nSrc Neuf;bientôt\n");
        assertEquals(
                List.of(
                        "founded=bientôt|false|Wamda|null|null|unverified",
                        "name=Src Neuf|true|Wamda|null|null|reported"),
                claims("src-neuf"));
    }

    @ParameterizedTest
    @CsvSource({"fill", "ask"})
    void sourcesThatDisagreeStandSideBySide(String conflict) {
        String name = "Src Dix " + conflict;
        String slug = "src-dix-" + conflict;
        Imports.csv("startups?source=A", "name;headcount\n" + name + ";10\n");
        String file = "name;headcount;city\n" + name + ";20;Safi\n";
        for (String dry : List.of("&dry_run=true", "")) {
            JobAnswer job = Imports.csv("startups?source=B&conflict=" + conflict + dry, file);
            assertRows(job, 0, 1, 0);
        }
        assertEquals(
                List.of(
                        "name=" + name + "|true|A|null|null|reported",
                        "headcount=10|true|A|null|null|reported",
                        "city=Safi|true|B|null|null|reported",
                        "headcount=20|false|B|null|null|reported"),
                claims(slug));
        JobAnswer again = Imports.csv("startups?source=B&conflict=" + conflict, file);
        assertRows(again, 0, 0, 1);
        JsonNode conflicts = Imports.report(again).get("conflicts");
        assertEquals(conflict.equals("ask") ? 1 : 0, conflicts.size());
        if (!conflicts.isEmpty()) {
            assertEquals("[\"A\"]", conflicts.at("/0/stored/sources").toString());
            assertEquals("[\"B\"]", conflicts.at("/0/file/sources").toString());
        }
    }

    @Test
    void overwrittenValueKeepsItsClaimWhichIsUsedAgainLater() {
        Imports.csv("startups?source=A", "name;headcount\nSrc Onze;10\n");
        Imports.csv("startups?source=B", "name;headcount\nSrc Onze;20\n");
        assertEquals(
                List.of("headcount=10|false|A|null|null|reported", "headcount=20|true|B|null|null|reported"),
                claims("src-onze").subList(1, 3));
        Imports.csv("startups?source=A", "name;headcount\nSrc Onze;10\n");
        assertEquals(
                List.of("headcount=10|true|A|null|null|reported", "headcount=20|false|B|null|null|reported"),
                claims("src-onze").subList(1, 3));
    }

    @Test
    void keyOfAPartnerClaimsRecordsOnce() {
        String partner = Atlas.tree("/v1/partners/technopark-morocco").get("id").textValue();
        String name = Atlas.tree("/v1/partners/technopark-morocco").get("name").textValue();
        String key = TestKeys.issue("contributor", partner).key();
        for (String row : List.of("Safi;1", "Oujda;2", "Oujda;2")) {
            Imports.awaitEnd(
                    Imports.send(202, key, "startups", "text/csv", "name;city;headcount\nSrc Douze;" + row + "\n"));
        }
        assertEquals(
                List.of(
                        "region=MA-07|true|Startup Atlas|null|null|inferred",
                        "null=null|true|" + name + "|null|null|reported"),
                claims("src-douze"));
        KeyAnswer curator = TestKeys.issue("curator", null);
        Imports.awaitEnd(Imports.send(202, curator.key(), "startups", "text/csv", "name;headcount\nSrc Douze;3\n"));
        assertEquals(3, claims("src-douze").size());
        assertEquals(
                "null=null|true|" + curator.name() + "|null|null|reported",
                claims("src-douze").get(2));
    }

    @Test
    void rowsWithClaimsGetNoOthers() {
        String claim = "{\"field\":\"city\",\"value\":\"Safi\",\"used\":true,\"publisher\":\"%s\","
                + "\"seen\":\"%s\",\"confidence\":\"reported\"}";
        String row = "{\"name\":\"Src Treize\",\"headcount\":%s,\"provenance\":[" + claim + "]}";
        Imports.ndjson("startups", row.formatted(1, "A", "2024"));
        assertEquals(List.of("city=Safi|true|A|null|null|reported"), claims("src-treize"));
        String file = row.formatted(1, "B", "2024") + "\n" + row.formatted(1, "A", "2025");
        assertRows(Imports.ndjson("startups?source=C", file), 0, 1, 1);
        assertEquals(
                List.of("city=Safi|true|A|null|null|reported", "city=Safi|true|B|null|null|reported"),
                claims("src-treize"));
        assertEquals(
                "2024",
                Atlas.tree("/v1/startups/src-treize").at("/provenance/0/seen").textValue());
        assertRows(Imports.ndjson("startups?source=C", file), 0, 0, 2);
    }

    @Test
    void amountsAreClaimedAsAWhole() {
        Imports.csv("startups", "name\nSrc Quatorze\n");
        String file = "startup;date;amount.value;amount.currency\nsrc-quatorze;2024;1500000;MAD\n";
        assertRows(Imports.csv("funding_rounds?source=A", file), 1, 0, 0);
        JsonNode round = Atlas.tree("/v1/funding_rounds?startup=src-quatorze").at("/data/0");
        List<String> claims = new ArrayList<>();
        round.get("provenance")
                .forEach(claim -> claims.add(
                        claim.get("field").asText() + "=" + claim.get("value").asText()));
        assertTrue(claims.containsAll(List.of("date=2024", "amount=1500000 MAD")), claims::toString);
        assertEquals(3, claims.size(), claims::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "source_url=medias24, source_url, invalid-value",
        "source_url=ftp://a.ma/x, source_url, invalid-value",
        "source_date=bientot, source_date, invalid-value",
        "source_date=2024-13, source_date, invalid-value",
        "source=, source, empty-value",
        "confidence=verifed, confidence, unknown-value"
    })
    void invalidParametersAreRejected(String query, String parameter, String code) {
        Response answer =
                Imports.send(400, "startups?" + query, "text/csv", "name\nSrc Faux\n".getBytes(StandardCharsets.UTF_8));
        JsonNode error = Atlas.json(answer.asString()).at("/errors/0");
        assertEquals(parameter, error.get("parameter").textValue());
        assertEquals(code, error.get("code").textValue());
        assertEquals(
                parameter.equals("confidence") ? "verified" : null,
                Atlas.json(answer.asString()).path("did_you_mean").textValue());
    }

    @Test
    void jobWithoutASourceNamesNone() {
        JobAnswer job = Imports.csv("startups?dry_run=true", "name\nSrc Sans\n");
        assertNull(job.source());
        assertNull(job.confidence());
    }

    @Test
    void rowOfAnExportWithoutClaimsGetsNone() {
        JobAnswer job = Imports.csv("startups", "name,city,provenance\nSo Exported,Safi,\n");
        assertEquals(new JobAnswer.Rows(1, 1, 0, 0, 0), job.rows());
        JsonNode record = Atlas.tree("/v1/startups/so-exported");
        assertEquals("[]", record.get("provenance").toString());
        assertTrue(record.get("region").isNull());
    }
}
