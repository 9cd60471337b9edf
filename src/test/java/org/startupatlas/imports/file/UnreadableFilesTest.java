package org.startupatlas.imports.file;

import static java.util.Arrays.asList;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.startupatlas.imports.file.ImportedFile.gzip;
import static org.startupatlas.imports.file.ImportedFile.in;
import static org.startupatlas.imports.file.ImportedFile.utf8;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.imports.file.table.ReadingLimits;
import org.startupatlas.testing.H2Only;

/** Tests that a file or a row that cannot be read is refused with a code and a line. */
@QuarkusTest
@H2Only
class UnreadableFilesTest {
    @Inject
    StartupFiles files;

    @Test
    void rowWithMoreCellsIsRefused() {
        ImportedFile file = files.read("name,city\nChari\nDari,Rabat\nYola,Fès,MA\n,,,,\n");
        assertEquals(List.of(), file.problems(0));
        assertEquals("{\"name\":\"Chari\"}", file.rows().get(0).record().toString());
        assertEquals(List.of(), file.problems(1));
        assertEquals(List.of("ragged-row"), file.problems(2));
        assertEquals(List.of("2", "3"), file.rows().get(2).problems().get(0).arguments());
        assertEquals(3, file.rows().size());
        assertTrue(file.rows().get(2).record().isEmpty());
    }

    @Test
    void gzipWithSeveralMembersIsRead() {
        byte[] one = gzip(utf8("name,city\nChari,Casablanca\n"));
        byte[] two = gzip(utf8("Dari,Rabat\n"));
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        ImportedFile file = files.read(both);
        assertNull(file.refusal());
        assertEquals("gzip", file.detection().compression());
        assertEquals("Dari", file.text(1, "/name"));
    }

    @Test
    void truncatedFileReturnsCompleteRowsThenFails() {
        StringBuilder rows = new StringBuilder("name,city\n");
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            rows.append("Startup ")
                    .append(random.nextInt())
                    .append(",\"Fès\n")
                    .append(random.nextInt())
                    .append("\"\n");
        }
        byte[] whole = gzip(utf8(rows.toString()));
        ImportedFile all = files.read(whole);
        assertNull(all.refusal());
        for (int length = whole.length - 1; length > 1_000; length -= 7_919) {
            ImportedFile cut = files.read(Arrays.copyOf(whole, length));
            assertEquals("cut-gzip", cut.code());
            int given = cut.rows().size();
            assertEquals(all.rows().subList(0, given), cut.rows());
            assertEquals(2 + 2 * given, cut.refusal().place().line());
        }
    }

    @Test
    void damagedGzipIsReported() {
        byte[] whole = gzip(utf8("name,city\n" + "Chari,Casablanca\n".repeat(1_000)));
        byte[] wrongSum = whole.clone();
        wrongSum[whole.length - 6] ^= 1;
        ImportedFile file = files.read(wrongSum);
        assertEquals("damaged-gzip", file.code());
        byte[] trailing = Arrays.copyOf(whole, whole.length + 30);
        assertEquals("damaged-gzip", files.read(trailing).code());
        assertEquals(
                "damaged-gzip",
                files.read(new byte[] {0x1f, (byte) 0x8b, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9})
                        .code());
    }

    @Test
    void decompressionStopsAtLimit() {
        ReadingLimits limits = new ReadingLimits(1 << 20, 1 << 10, 1 << 16, 500);
        byte[] rows = gzip(utf8("name,city\n" + "Chari,Casablanca\n".repeat(100_000)));
        ImportedFile bomb = files.read(rows, limits);
        assertEquals("file-too-large", bomb.code());
        assertTrue(bomb.rows().size() > 60_000);
        byte[] letters = gzip(utf8("name,city\n" + "a".repeat(200_000)));
        ImportedFile cell = files.read(letters, limits);
        assertEquals(List.of("cell-too-long"), cell.problems(0));
        byte[] blank = gzip(utf8("name,city\n" + "\n".repeat(2_000_000)));
        assertEquals("file-too-large", files.read(blank, limits).code());
    }

    @Test
    void onlyRowsBeyondLimitsAreRefused() {
        String cell = "x".repeat((1 << 20) + 1);
        ImportedFile csv = files.read("name,city\n" + cell + ",a\nDari," + cell.substring(1) + "\nYola,b\n");
        assertEquals(List.of("cell-too-long"), csv.problems(0));
        assertEquals(List.of(), csv.problems(1));
        assertEquals(List.of(), csv.problems(2));
        String wide = ("," + "x".repeat(1 << 20)).repeat(5);
        ImportedFile row = files.read("name,city,notes,a,b,c\nChari" + wide + "\nDari,a,b,c,d,e\n");
        assertEquals(List.of("row-too-long"), row.problems(0));
        assertEquals(List.of(), row.problems(1));
        ImportedFile ndjson =
                files.read("{\"name\":\"Chari\"}\n{\"name\":\"" + "x".repeat(5 << 20) + "\"}\n{\"name\":\"Dari\"}");
        assertEquals(List.of("row-too-long"), ndjson.problems(1));
        assertEquals("Dari", ndjson.text(2, "/name"));
    }

    @Test
    void tooManyColumnsAreRefused() {
        assertEquals(
                "too-many-columns",
                files.read("name" + ",x".repeat(500) + "\na\n").code());
        assertNull(files.read("name" + ",x".repeat(499) + "\na" + ",b".repeat(499) + "\n")
                .refusal());
    }

    @Test
    void invalidQuotesAreReportedWithLine() {
        ImportedFile unclosed = files.read("name,city\nChari,Casablanca\nDari,\"Rabat\nYola,Fès\n");
        assertEquals(List.of("unclosed-quote"), unclosed.problems(1));
        assertEquals(3, unclosed.rows().get(1).line());
        assertEquals("Yola", unclosed.text(2, "/name"));
        assertEquals(4, unclosed.rows().get(2).line());
        ImportedFile nested = files.read("name,city\nChari,Casablanca\n\"The \"best\" one\",Rabat\nYola,Fès\n");
        assertEquals(List.of("misplaced-quote"), nested.problems(1));
        assertEquals(3, nested.rows().get(1).line());
        assertEquals("Yola", nested.text(2, "/name"));
        assertEquals(4, nested.rows().get(2).line());
        assertEquals("5\" disk", files.read("name,city\n5\" disk,Rabat\n").text(0, "/name"));
    }

    @Test
    void rowWithUnstorableTextIsRefused() {
        ImportedFile csv = files.read("name,city\nCha\0ri,Casablanca\nDari,Rabat\n");
        assertEquals(List.of("invalid-text"), csv.problems(0));
        assertEquals("name", csv.rows().get(0).problems().get(0).place().column());
        assertEquals(List.of(), csv.problems(1));
        ImportedFile ndjson = files.read("{\"name\":\"a\\u0000b\"}\n{\"name\":\"\\ud800\"}\n");
        assertEquals(List.of("invalid-text"), ndjson.problems(0));
        assertEquals(List.of("invalid-text"), ndjson.problems(1));
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty-file",
        "'  \n\n', empty-file",
        "'name,city\n', no-rows",
        "'<!DOCTYPE html><html>', markup-file",
        "'<?xml version=\"1.0\"?><a/>', markup-file",
        "'[]', no-rows",
        "'[\n{\"name\":', not-json",
        "'%PDF-1.7', binary-file",
        "'x,y\n1,2\n', no-known-column",
    })
    void nonTabularTextIsRecognized(String text, String code) {
        assertEquals(code, files.read(text).code());
    }

    @Test
    void workbooksAndArchivesAreRecognized() {
        assertEquals(
                "damaged-workbook",
                files.read(in("ISO-8859-1", "PK\3\4....[Content_Types].xml")).code());
        assertEquals(
                "archive-file",
                files.read(in("ISO-8859-1", "PK\3\4....startups.csv")).code());
        assertEquals(
                "spreadsheet-file",
                files.read(in("ISO-8859-1", "\u00d0\u00cf\u0011\u00e0....")).code());
        assertEquals(
                "archive-file", files.read(gzip(gzip(utf8("name\nChari\n")))).code());
        byte[] random = new byte[4_096];
        new Random(3).nextBytes(random);
        assertEquals("binary-file", files.read(random).code());
    }

    @Test
    void ndjsonIsReadStrictly() {
        ImportedFile file = files.read(
                """
                {"name":"Chari","summary":{"fr":"Épicerie"},"version":7,"labels":{},"expanded":{},"nonsense":1}
                {"name":"Dari","name":"Twice"}
                ["name"]
                {"name":
                {"a":%s1%s}
                {"name":"Yola"} {"name":"Yola"}
                {"name":null,"slug":"yola","status":""}
                """
                        .formatted("[".repeat(40), "]".repeat(40)));
        assertAll(
                () -> assertEquals("ndjson", file.detection().format()),
                () -> assertNull(file.detection().delimiter()),
                () -> assertEquals(
                        "{\"name\":\"Chari\",\"summary\":{\"fr\":\"Épicerie\"}}",
                        file.rows().get(0).record().toString()),
                () -> assertEquals(List.of("duplicate-key"), file.problems(1)),
                () -> assertEquals(List.of("not-a-row"), file.problems(2)),
                () -> assertEquals(List.of("not-json"), file.problems(3)),
                () -> assertEquals(List.of("body-beyond-limits"), file.problems(4)),
                () -> assertEquals(List.of("not-json"), file.problems(5)),
                () -> assertTrue(file.rows().get(6).record().get("name").isNull()),
                () -> assertEquals(asList("name", "summary", null, null, null, null, "slug", "status"), file.fields()));
    }
}
