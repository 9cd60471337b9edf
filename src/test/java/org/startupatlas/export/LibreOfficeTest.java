package org.startupatlas.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.LibreOffice;

/** Tests with LibreOffice, if it is installed, that every table opens with the same cells. */
@QuarkusTest
class LibreOfficeTest {
    /**
     * Comma, quote, UTF-8, from the first line; quoted fields are no texts, numbers are detected (LibreOffice's help).
     */
    private static final String COMMAS_AND_UTF8 = "44,34,76,1,,0,false,true";

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void everyTableOpensUnchanged(String format, @TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(LibreOffice.isInstalled(), "soffice is not on the PATH");
        List<Path> tables = new ArrayList<>();
        List<String> names =
                ResourceCatalog.SCHEMAS.stream().map(ResourceSchema::resource).toList();
        for (String name : names) {
            for (String each : new TreeSet<>(List.of("csv", format))) {
                byte[] table = Atlas.get(200, "/v1/exports/" + name + "?format=" + each)
                        .asByteArray();
                Files.write(folder.resolve(name + "." + each), table);
            }
            tables.add(folder.resolve(name + "." + format));
        }
        LibreOffice.convert(
                folder,
                tables,
                format.equals("csv") ? "CSV:" + COMMAS_AND_UTF8 : "Calc MS Excel 2007 XML",
                "csv:Text - txt - csv (StarCalc):" + COMMAS_AND_UTF8);
        for (String name : names) {
            assertSame(lines(folder.resolve(name + ".csv")), lines(folder.resolve("seen/" + name + ".csv")), format);
        }
    }

    private static void assertSame(List<NamedCsvRecord> written, List<NamedCsvRecord> seen, String format) {
        assertEquals(written.size(), seen.size());
        for (int i = 0; i < written.size(); i++) {
            assertEquals(written.get(i).getHeader(), seen.get(i).getHeader());
            for (String column : written.get(i).getHeader()) {
                String cell = written.get(i).getField(column);
                boolean isMarked = format.equals("xlsx") && cell.startsWith("'");
                assertSameCell(isMarked ? cell.substring(1) : cell, seen.get(i).getField(column));
            }
        }
    }

    /** Compares cells; a spreadsheet writes numbers without leading zeros and booleans in capitals. */
    private static void assertSameCell(String written, String seen) {
        if (written.matches("-?\\d+(\\.\\d+)?")) {
            assertEquals(0, new BigDecimal(written).compareTo(new BigDecimal(seen)), written + ", " + seen);
        } else {
            boolean truth = written.equals("true") || written.equals("false");
            assertEquals(truth ? written.toUpperCase() : written, seen);
        }
    }

    private static List<NamedCsvRecord> lines(Path table) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(table)) {
            return reader.stream().toList();
        }
    }
}
