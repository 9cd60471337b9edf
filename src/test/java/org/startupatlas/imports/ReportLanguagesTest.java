package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.startupatlas.imports.cell.ColumnNames;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests that every problem of a file is described in whole sentences of the language, without words of the implementation. */
@QuarkusTest
@TestProfile(ForWriting.class)
class ReportLanguagesTest {

    /** English words that are no French ones. */
    private static final Set<String> ENGLISH = Set.of(
            "the",
            "this",
            "is",
            "not",
            "and",
            "of",
            "to",
            "more",
            "than",
            "row",
            "rows",
            "value",
            "values",
            "string",
            "integer",
            "number",
            "list",
            "text",
            "link",
            "null",
            "array",
            "object",
            "member",
            "boolean",
            "field",
            "column",
            "such",
            "letter",
            "word",
            "one",
            "its",
            "has",
            "have",
            "there",
            "funding",
            "yes",
            "day",
            "year",
            "sheet",
            "file",
            "name",
            "known",
            "nearest",
            "key",
            "character");

    /** What a French or Arabic sentence may have of the technical words: names of formats, parameters and registers. */
    private static final Set<String> ALLOWED = Set.of(
            "csv",
            "ndjson",
            "html",
            "xml",
            "utf",
            "json",
            "charset",
            "mapping",
            "mode",
            "create",
            "conflict",
            "overwrite",
            "xlsx",
            "ods",
            "ice",
            "http",
            "https",
            "mad",
            "eur",
            "usd",
            "iso",
            "on",
            "error",
            "stop",
            "sheet",
            "delimiter",
            "id",
            "slug",
            "v1",
            "exact");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]+[0-9]?");

    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");

    /** Problems of requests, which no file has. */
    private static final Set<String> OF_REQUESTS = Set.of(
            "import-media-type",
            "invalid-mapping",
            "report-deleted",
            "import-not-over",
            "idempotency-key-reused",
            "wrong-type",
            "unknown",
            "conflict",
            "partner-needed",
            "precondition-failed",
            "merged-with-itself",
            "empty-body",
            "stale-version");

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        try (InputStream bytes = ReportLanguagesTest.class.getResourceAsStream("/" + file)) {
            texts.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        }
        return texts;
    }

    @Test
    void everyProblemOfFilesSaysWhatToDo() throws IOException {
        Properties texts = texts("problems.properties");
        Path source = Path.of("src", "main", "java", "org", "startupatlas");
        Set<String> missing = new TreeSet<>();
        for (String folder : List.of("imports", "write/validate", "write/batch", "resource", "record")) {
            try (Stream<Path> files = Files.walk(source.resolve(folder))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    Matcher codes = CODE.matcher(Files.readString(file));
                    while (codes.find()) {
                        String code = codes.group(1);
                        boolean isProblem = texts.containsKey(code) && !OF_REQUESTS.contains(code);
                        if (isProblem && !texts.containsKey(code + ".fix")) {
                            missing.add(code);
                        }
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyProblemIsToldInWholeSentencesOfTheLanguage() {
        List<JobAnswer> jobs = new ArrayList<>(List.of(
                strictTable(), strictJson(), mildTable(), rounds(), brokenTable(), mergedAndTaken(), createOnly()));
        jobs.add(Imports.ndjson(
                "agreements", "{\"name\":\"Lk A\",\"programs\":[\"morocco-accelerator\",\"morocco-accelerator\"]}\n"));
        jobs.add(Imports.csv("startups", "id;name\n17;Lk Foreign\n"));
        jobs.add(Imports.csv("startups", "Ville\nFès\n"));
        jobs.add(Imports.csv("startups", "Nom;Raison sociale\na;b\n"));
        jobs.add(Imports.csv("startups?sheet=x&mapping=%7B%22x%22%3A%22name%22%7D", "Nom\nFès\n"));
        jobs.add(Imports.csv("startups", "Foo;Bar\na;b\n"));
        jobs.add(Imports.csv("startups", "Nom;Ville\n"));
        jobs.add(Imports.csv("startups", "<html></html>\n"));
        jobs.add(Imports.ndjson("startups", "[{]"));
        Set<String> codes = new TreeSet<>();
        List<String> faults = new ArrayList<>();
        for (JobAnswer job : jobs) {
            check(job, "fr", ENGLISH::contains, codes, faults);
            // There are no Latin letters in Arabic.
            check(job, "ar", word -> true, codes, faults);
        }
        assertEquals(List.of(), faults);
        assertTrue(
                codes.containsAll(Set.of(
                        "required",
                        "invalid-value",
                        "unknown-code",
                        "unknown-reference",
                        "ambiguous-date",
                        "ambiguous-number",
                        "number-out-of-range",
                        "too-long",
                        "too-many",
                        "control-character",
                        "invalid-text",
                        "no-letter-or-digit",
                        "sum-without-qualifier",
                        "unknown-property",
                        "before",
                        "not-the-year-of",
                        "foreign-id",
                        "external-id-taken",
                        "already-there",
                        "rows-disagree",
                        "ambiguous-match",
                        "merged",
                        "not-in-charset",
                        "column-twice",
                        "ragged-row",
                        "misplaced-quote",
                        "duplicate-key",
                        "not-json",
                        "not-a-row",
                        "no-name-column",
                        "duplicate-column",
                        "no-known-column",
                        "no-rows",
                        "markup-file",
                        "unknown-column",
                        "repeated-value",
                        "possible-duplicate")),
                codes::toString);
    }

    private static void check(
            JobAnswer job, String language, Predicate<String> isForeign, Set<String> codes, List<String> faults) {
        JsonNode report = Atlas.read(JsonNode.class, Imports.asCurator(job.report() + "?lang=" + language));
        Set<String> headers = new TreeSet<>(ColumnNames.of(StartupRecord.SCHEMA).names());
        headers.addAll(List.of("Nom", "Ville")); // a file that cannot be read has no columns yet
        report.at("/job/detected/columns")
                .forEach(column ->
                        headers.addAll(List.of(column.get("name").asText().split("\\W+"))));
        for (String part : List.of("summary", "refused", "left_out")) {
            for (JsonNode each : report.get(part)) {
                codes.add(each.get("code").textValue());
                check(each, "why", headers, isForeign, faults);
                check(each, "what_to_do", headers, isForeign, faults);
            }
        }
        JsonNode problem = report.at("/job/problem");
        if (problem.isObject()) {
            codes.add(problem.get("code").textValue());
            check(problem, "detail", headers, isForeign, faults);
            check(problem, "what_to_do", headers, isForeign, faults);
        }
    }

    /** Checks a sentence apart from what it repeats of the file, and from names of fields, paths and examples. */
    private static void check(
            JsonNode entry, String member, Set<String> headers, Predicate<String> isForeign, List<String> faults) {
        String sentence = entry.get(member).textValue();
        String own = sentence.replaceAll(
                        "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\w+([-_.]\\w+)+|U\\+\\w{4}|Q\\d+", " ")
                .replaceAll("«[^»]*»|''[^']*''|'[^']*'", " ")
                .replaceAll("/v1/\\S+|https?://\\S*|\\{[^}]*}|\\d{4}-[A-Z]\\d", " ");
        for (String repeated : List.of("value", "did_you_mean", "field")) {
            String text = entry.path(repeated).asText();
            own = text.isEmpty() ? own : own.replace(text, " ");
        }
        Matcher words = WORD.matcher(own);
        while (words.find()) {
            String word = words.group();
            if (!ALLOWED.contains(word.toLowerCase(java.util.Locale.ROOT))
                    && !headers.contains(word)
                    && isForeign.test(word.toLowerCase(java.util.Locale.ROOT))) {
                faults.add(entry.path("code").textValue() + ": " + word + " in " + sentence);
            }
        }
    }

    private static JobAnswer strictTable() {
        return Imports.csv(
                "startups?strict=true",
                """
                name;founded;founded_year;closed;headcount;diaspora;website;country;sectors;external_ids.ice;external_ids.wikidata;slug;id
                ;bientôt;;;beaucoup;perhaps;nowhere;Atlantide;Fintekk;12;abc;;
                Lk Un;2020;2018;2019;-5;;;;;;;Bad Slug!;
                §§;;;;99999999999999;;;;;;;;abc
                %s;;;;;;;;;;;;
                Lk Deux;2019;;;;;;;;;;;
                Lk Deux;2018;;;;;;;;;;;
                """
                        .formatted("x".repeat(5_000)));
    }

    private static JobAnswer strictJson() {
        return Imports.ndjson(
                "startups?strict=true",
                """
                {"name":"Lk Trois","headcount":[1],"city":{"x":1},"sectors":"a","other_names":{"name":"x"}}
                {"name":"Lk \\u0000","notes":"a\\u0007b"}
                {"name":"Lk Quatre","Name":"Lk Quatre"}
                {"name":"Lk Cinq","name":"Lk Cinq"}
                {"name":"Lk Six","summary":{"de":"x"},"provenance":[{"field":"nothing","publisher":"x"}]}
                [1]
                {"name":
                {"name":"Lk Sept","other_names":[{"name":"x","kind":"nothing"},{"kind":"alternate"}]}
                {"name":"Lk Huit","other_names":[%s]}
                {"name":"Lk Neuf","alumni":true,"partners":["x"],"links":["x","x"],"tags":["a","a"]}
                """
                        .formatted("{\"name\":\"x\",\"kind\":\"alternate\"}"
                                + ",{\"name\":\"y\",\"kind\":\"alternate\"}".repeat(1_200)));
    }

    private static JobAnswer mildTable() {
        Writes.createStartup("Lk Kilem Atelier");
        return Imports.csv(
                "startups",
                "name;founded;headcount;country;diaspora;website\nLk Dix;03/04/2020;1,000;Marok;x;y\nLk Kilim Atelier;;;;;\n");
    }

    private static JobAnswer rounds() {
        Writes.createStartup("Lk Namesake", ",\"slug\":\"lk-namesake-one\"");
        Writes.createStartup("Lk Namesake", ",\"slug\":\"lk-namesake-two\"");
        return Imports.csv(
                "funding_rounds",
                """
                name;startup;date;Montant;Devise;amount.qualifier
                Lk R1;Lk Namesake;;5;florins;
                Lk R2;no-such-startup;bientôt;beaucoup;EUR;
                Lk R3;chari;;5 M€;;perhaps
                Lk R4;;;;;
                """);
    }

    private static JobAnswer brokenTable() {
        byte[] file = Writes.bytes("name,city\nLk B1,Fs\nLk B2,x,y\n\"Lk \"B3\",Fès\nLk B4,Taza\n");
        file[new String(file, StandardCharsets.ISO_8859_1).indexOf("Fs") + 1] = (byte) 0xe8;
        return Imports.awaitEnd(Imports.send(202, "startups?charset=UTF-8", "text/csv", file));
    }

    private static JobAnswer mergedAndTaken() {
        StartupRecord kept = Writes.createStartup("Lk Kept", ",\"external_ids\":{\"wikidata\":\"Q424242422\"}");
        StartupRecord gone = Writes.createStartup("Lk Gone");
        Writes.merge(200, "/v1/startups/" + kept.id(), 1, gone.id().toString());
        StartupRecord other = Writes.createStartup("Lk Other");
        return Imports.csv(
                "startups",
                "id;name;external_ids.wikidata\n" + gone.id() + ";Lk Gone;\n" + other.id() + ";Lk Other;Q424242422\n");
    }

    private static JobAnswer createOnly() {
        Writes.createStartup("Lk There");
        return Imports.csv("startups?mode=create", "name\nLk There\n");
    }

    @Test
    void rowsOfOtherOrganisationsAreToldInTheLanguage() {
        String key = TestKeys.issue("contributor", "technopark-morocco").key();
        JobAnswer job = Imports.awaitEnd(Imports.send(202, key, "startups", "text/csv", "name,slug\nChari,chari\n"));
        Set<String> codes = new TreeSet<>();
        List<String> faults = new ArrayList<>();
        check(job, "fr", ENGLISH::contains, codes, faults);
        check(job, "ar", word -> true, codes, faults);
        assertEquals(List.of(), faults);
        assertTrue(codes.contains("not-yours"), codes::toString);
    }
}
