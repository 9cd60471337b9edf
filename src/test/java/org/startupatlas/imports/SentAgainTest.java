package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;

/** Tests that a file changes nothing when it is sent again, whatever it holds, and that a dry run says the same. */
@QuarkusTest
@TestProfile(ForWriting.class)
class SentAgainTest {

    /** Files by name; {@code %s} is the name of the record, which exists with other values. */
    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "values",
            "name;country;city;founded;headcount;sectors\n%s;Maroc; Safi ;03/2021;12,0;Fintech, EdTech\n",
            "left out",
            "name;founded;sectors;headcount\n%s;bientôt;Fintek, fintech;-\n",
            "sources",
            "name;city;website;Source;Lien source;Date source;Fiabilité\n"
                    + "%s;Safi;again.ma;Médias24;medias24.com/a;2024;Estimé\n",
            "two sources",
            "name;city;notes;Source\n%1$s;Safi;;A\n%1$s;Safi;Une note;B\n%1$s;;Une note;https://c.ma/x\n",
            "disagreeing",
            "name;city;headcount\n%1$s;Safi;1\n%1$s;Oujda;1\n",
            "json",
            "{\"name\":\"%1$s\",\"city\":\"Safi\",\"summary\":{\"fr\":\"  Deux  mots \"},\"source\":\"A\"}\n"
                    + "{\"name\":\"%1$s\",\"country\":null,\"source_date\":2024}\n",
            "claims",
            "{\"name\":\"%1$s\",\"city\":\"Safi\",\"provenance\":[{\"field\":\"city\",\"value\":\"Safi\",\"used\":true,"
                    + "\"publisher\":\"A\",\"confidence\":\"reported\"}]}\n"
                    + "{\"name\":\"%1$s\",\"city\":\"Safi\",\"provenance\":[{\"field\":\"city\",\"value\":\"Safi \","
                    + "\"used\":false,\"publisher\":\"B\",\"confidence\":\"reported\"}]}\n",
            "no claims",
            "{\"name\":\"%1$s\",\"headcount\":\"beaucoup\",\"provenance\":[]}\n"
                    + "{\"name\":\"%1$s\",\"headcount\":7}\n",
            "names",
            "name;other names;markets\n%s;Autre, Encore;FR, SN\n"));

    static Stream<Arguments> files() {
        return FILES.keySet().stream().flatMap(file -> Stream.of("overwrite", "fill", "ask")
                .flatMap(conflict -> Stream.of("", "&source=Wamda&source_date=2025", "&source_url=https://w.ma/l")
                        .flatMap(source -> Stream.of(true, false)
                                .map(isStored -> Arguments.of(file, conflict, source, isStored)))));
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileSentAgainChangesNothing(String file, String conflict, String source, boolean isStored) {
        String name = "Again " + file + " " + conflict + source.length() + isStored;
        if (isStored) {
            Imports.csv("startups?source=Before", "name;city;headcount;sectors\n" + name + ";Taza;99;energy\n");
        }
        String path = "startups?conflict=" + conflict + source;
        JobAnswer dry = send(path + "&dry_run=true", file, name);
        JobAnswer first = send(path, file, name);
        assertEquals(first.rows(), dry.rows(), () -> Imports.report(first) + "\n" + Imports.report(dry));
        long refused = first.rows().refused();
        assertEquals(file.equals("disagreeing") ? 1 : 0, refused, () -> Imports.report(first)
                .toString());
        String stored = stored(name);
        for (int i = 0; i < 2; i++) {
            JobAnswer again = send(path, file, name);
            long unchanged = first.rows().read() - refused;
            assertEquals(
                    new JobAnswer.Rows(first.rows().read(), 0, 0, unchanged, refused),
                    again.rows(),
                    () -> Imports.report(again).toString());
        }
        assertEquals(stored, stored(name));
    }

    private static JobAnswer send(String path, String file, String name) {
        String text = FILES.get(file).formatted(name);
        return text.startsWith("{") ? Imports.ndjson(path, text) : Imports.csv(path, text);
    }

    private static String stored(String name) {
        return Atlas.tree("/v1/startups?name=" + Atlas.encode(name)).get("data").toString();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void exportChangesNothing(String format, String parameters) {
        Imports.csv(
                "startups?source=Wamda&source_date=2025",
                "name;city;founded;headcount;sectors\nAgain export " + format + ";Safi;2021;bientôt;Fintech\n");
        String exported = Atlas.get(200, "/v1/startups?format=" + format + "&name__starts=Again%20export")
                .asString();
        JobAnswer job = format.equals("csv")
                ? Imports.csv("startups?" + parameters, exported)
                : Imports.ndjson("startups?" + parameters, exported);
        assertEquals(job.rows().read(), job.rows().unchanged(), () -> Imports.report(job)
                .toString());
    }

    static Stream<Arguments> formats() {
        return Stream.of("csv", "ndjson")
                .flatMap(format -> Stream.of("conflict=overwrite", "source=Other", "conflict=ask&source=Other")
                        .map(parameters -> Arguments.of(format, parameters)));
    }
}
