package org.startupatlas.http.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.schema.Format;
import org.startupatlas.testing.H2Only;
import org.startupatlas.testing.Workbook;

/** Tests cells that Excel, or XML, would change, and tables that are too large for a sheet or for the memory. */
@H2Only
class WorkbookWriterTest {
    private static final Table TABLE = Table.ofNames("table", List.of("a", "b"), null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "'=1+1",
                "<b>&amp;\"'</b>",
                "]]>",
                "  blanks \t around  ",
                "\n\nlines\n",
                "carriage\r\nreturn",
                "\u0000\u0001\u000B\u001F",
                "\uFFFE\uFFFF",
                "\uD83D",
                "\uDE00 \uD83D\uDE00",
                "_x000D_",
                "_x0041__x0042_ _xZZZZ_",
                "\u202Eعربي ⴰⵎⴰⵣⵉⵖ",
                "2021-03",
                "007",
                "TRUE",
                "1e5"
            })
    void textStaysTheSameText(String text) {
        assertEquals(text, only(new Cell.Text(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-7.641, -7.641",
        "1.50, 1.5",
        "1000000000000, 1000000000000",
        "123456789012345, 123456789012345",
        "123456789012345000, 123456789012345000",
        "0.000001, 0.000001"
    })
    void numberOfFifteenDigitsIsANumber(BigDecimal number, BigDecimal read) {
        assertEquals(0, read.compareTo((BigDecimal) only(new Cell.Number(number))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890123456", "-123456789012.345678", "9007199254740993"})
    void longerNumberIsAText(String number) {
        assertEquals(number, only(new Cell.Number(new BigDecimal(number))));
    }

    @Test
    void daysAreDatesFromMarch1900On() {
        for (LocalDate day : List.of(
                LocalDate.of(1900, 3, 1),
                LocalDate.of(2024, 2, 29),
                LocalDate.of(2026, 11, 30),
                LocalDate.MAX.withYear(9999))) {
            assertEquals(day, only(new Cell.Day(day)));
        }
        for (LocalDate day : List.of(LocalDate.of(1900, 2, 28), LocalDate.of(1899, 12, 31), LocalDate.of(622, 7, 16))) {
            assertEquals(day.toString(), only(new Cell.Day(day)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-30", "2021-3-1", "2021", "2021-03", "2021-Q1", "2021-01-01/2021-02-01"})
    void otherDatesAreTexts(String date) {
        assertEquals(date, only(Cell.ofDate(date)));
    }

    @Test
    void tooLongTextIsAnError() {
        assertEquals("x".repeat(32_767), only(new Cell.Text("x".repeat(32_767))));
        assertEquals("ERROR:#N/A", only(new Cell.Text("x".repeat(32_768))));
        assertEquals("ERROR:#N/A", only(new Cell.Text("\uD83D\uDE00".repeat(16_384))));
    }

    private static Object only(Cell cell) {
        List<List<Object>> rows = Workbook.of(TableWriter.write(Format.XLSX, TABLE, List.of(List.of(Cell.EMPTY, cell))))
                .rows();
        return rows.get(1).get(1);
    }

    @Test
    void furtherRowsAreInFurtherSheets() {
        Workbook workbook = Workbook.of(file(new WorkbookWriter(TABLE, 4), 7));
        assertEquals(
                List.of("table", "table (2)", "table (3)"),
                List.copyOf(workbook.sheets().keySet()));
        List<Object> numbers = new ArrayList<>();
        workbook.sheets().values().forEach(rows -> {
            assertEquals(List.of("a", "b"), rows.get(0));
            assertTrue(rows.size() <= 4);
            rows.stream().skip(1).forEach(row -> numbers.add(row.get(0)));
        });
        assertEquals(IntStream.range(0, 7).mapToObj(BigDecimal::valueOf).toList(), numbers);
        assertEquals(
                1, Workbook.of(file(new WorkbookWriter(TABLE, 4), 3)).sheets().size(), "no empty sheet");
    }

    @Test
    void columnsAreNamedWithLetters() {
        List<String> names = IntStream.range(0, 800).mapToObj(i -> "c" + i).toList();
        Workbook workbook = Workbook.of(TableWriter.write(Format.XLSX, Table.ofNames("wide", names, null), List.of()));
        assertEquals(names, workbook.rows().get(0));
        assertTrue(workbook.sheet().contains("<c r=\"Z1\"") && workbook.sheet().contains("<c r=\"AA1\""));
        assertTrue(workbook.sheet().contains("<c r=\"ZZ1\"") && workbook.sheet().contains("<c r=\"AAA1\""));
    }

    @Test
    void bytesDependOnNothingElse() {
        byte[] file = file(new WorkbookWriter(TABLE), 50);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            assertArrayEquals(file, file(new WorkbookWriter(TABLE), 50));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    /** Rows come in parts of about their own compressed size, so nothing of two hundred thousand rows is kept. */
    @Test
    void rowsAreNotKept() {
        WorkbookWriter writer = new WorkbookWriter(TABLE);
        long total = writer.beginning().length;
        int most = 0;
        for (int from = 0; from < 200_000; from += 1_000) {
            int part = writer.rows(rows(from, from + 1_000)).length;
            total += part;
            most = Math.max(most, part);
        }
        int end = writer.end().length;
        assertTrue(total > 1_000_000, "all " + total + " bytes");
        assertTrue(most < 100_000 && end < 100_000, "at most " + most + " bytes, and " + end + " at the end");
    }

    private static byte[] file(TableWriter writer, int count) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(writer.beginning());
        for (int i = 0; i < count; i++) {
            file.writeBytes(writer.rows(rows(i, i + 1)));
        }
        file.writeBytes(writer.end());
        return file.toByteArray();
    }

    private static List<List<Cell>> rows(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> List.<Cell>of(
                        new Cell.Number(BigDecimal.valueOf(i)),
                        new Cell.Text("text " + Integer.toHexString(i * 7_919))))
                .toList();
    }
}
