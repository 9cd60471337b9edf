package org.startupatlas.imports.file;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.imports.cell.CellParser;
import org.startupatlas.imports.file.table.ReadingLimits;
import org.startupatlas.imports.file.text.BomReader;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.H2Only;

/**
 * Tests that every damaged file gives rows, problems of rows, or a refusal with a known message; never another error.
 */
@QuarkusTest
@H2Only
class BrokenFilesTest {
    private static final int MUTATIONS = 7;
    private static final int DISTORTIONS = 8;

    /** Small limits, so that files can exceed them. */
    private static final ReadingLimits LIMITS = new ReadingLimits(1 << 21, 1 << 14, 1 << 16, 100);

    private static final List<String> CHARSETS = List.of(
            "UTF-8",
            "windows-1252",
            "windows-1256",
            "UTF-16LE",
            "UTF-16",
            "UTF-32",
            "ISO-8859-6",
            "Shift_JIS",
            "IBM420");

    private static final List<String> SNIPPETS = List.of(
            "\"",
            "\"\"",
            "\"a \"b\" c\"",
            "\n",
            "\r",
            ",",
            ";",
            "\t",
            "|",
            "\0",
            "\uFFFD",
            "\uFFFF",
            "\uFEFF",
            "\u200f",
            "\u202e",
            "=1+1",
            "@SUM(A1)",
            "[{",
            "{\"a\":",
            "}",
            "]",
            "\\;",
            "\\",
            "1e999999999",
            "9".repeat(1_000),
            "é",
            "ش",
            "😀",
            "sep=;\n",
            "<html>",
            "PK\3\4",
            "null",
            "name",
            "\u2028",
            "-",
            "'",
            "''=");

    /**
     * Nine charsets, seven mutations and eight distortions, taken in turn: as no two of these numbers have a common divisor,
     * so many files have each combination of the three once.
     */
    private static final int FILES = CHARSETS.size() * MUTATIONS * DISTORTIONS;

    @Inject
    CellParser values;

    private static final Set<String> MESSAGES = messages();

    private static Set<String> messages() {
        Properties texts = new Properties();
        try (InputStream file = BrokenFilesTest.class.getResourceAsStream("/problems.properties")) {
            texts.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new HashSet<>(texts.stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void brokenFilesGiveRowsOrKnownProblems(long seed) {
        Random random = new Random(seed);
        Set<String> seen = new TreeSet<>();
        assertTimeoutPreemptively(ofMinutes(10), () -> {
            for (int i = 0; i < FILES; i++) {
                ResourceSchema schema = ResourceCatalog.SCHEMAS.get(random.nextInt(ResourceCatalog.SCHEMAS.size()));
                byte[] bytes = brokenFile(random, schema);
                ImportedFile file = ImportedFile.read(bytes, schema, options(random), values, LIMITS);
                check(file, seen, seed + "/" + i);
            }
        });
        assertTrue(seen.size() >= 12, () -> "only " + seen);
    }

    private static void check(ImportedFile file, Set<String> seen, String what) {
        long number = 0;
        long line = 0;
        for (ImportRow row : file.rows()) {
            assertEquals(++number, row.number(), what);
            assertTrue(row.line() > line, what);
            line = row.line();
            row.problems().forEach(problem -> seen.add(requireKnown(problem.code(), what)));
            if (row.problems().isEmpty()) {
                String record = row.record().toString();
                assertFalse(record.indexOf(BomReader.UNDECODABLE) >= 0 || record.contains("\\u0000"), what);
            }
        }
        if (file.refusal() != null) {
            seen.add(requireKnown(file.code(), what));
        }
    }

    private static String requireKnown(String code, String what) {
        assertTrue(MESSAGES.contains(code), () -> what + ": no words for " + code);
        return code;
    }

    private static ReadingOptions options(Random random) {
        Charset charset =
                random.nextInt(8) == 0 ? Charset.forName(CHARSETS.get(random.nextInt(CHARSETS.size()))) : null;
        Character delimiter = random.nextInt(8) == 0 ? ",;\t|\"#\0".charAt(random.nextInt(7)) : null;
        return new ReadingOptions(charset, delimiter, null, false, Map.of());
    }

    private static byte[] brokenFile(Random random, ResourceSchema schema) {
        List<ObjectNode> records = Bundle.records(schema);
        records = records.subList(0, Math.min(records.size(), 1 + random.nextInt(12)));
        StringBuilder text = new StringBuilder();
        if (random.nextInt(4) == 0) {
            records.forEach(record -> text.append(record).append('\n'));
        } else {
            text.append(new String(Bundle.csv(schema, records), StandardCharsets.UTF_8));
        }
        for (int times = random.nextInt(3); times > 0; times--) {
            mutate(random, text, random.nextInt(MUTATIONS));
        }
        byte[] bytes = text.toString().getBytes(Charset.forName(CHARSETS.get(random.nextInt(CHARSETS.size()))));
        return distort(random, bytes);
    }

    private static void mutate(Random random, StringBuilder text, int how) {
        int at = random.nextInt(text.length() + 1);
        switch (how) {
            case 0 -> text.insert(at, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
            case 1 -> text.insert(
                    at, SNIPPETS.get(random.nextInt(SNIPPETS.size())).repeat(random.nextInt(3_000)));
            case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(50)));
            case 3 -> text.setLength(at);
            case 4 -> text.insert(at, "x".repeat(random.nextInt(1 << 17)));
            case 5 -> {
                for (int i = 0; i < 20 && text.length() > 0; i++) {
                    text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(1 << 16));
                }
            }
            default -> {
                // stays as it is
            }
        }
    }

    private static byte[] distort(Random random, byte[] bytes) {
        return switch (random.nextInt(8)) {
            case 0 -> flipBytes(random, bytes);
            case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 2 -> ImportedFile.gzip(bytes);
            case 3 -> truncate(random, ImportedFile.gzip(bytes));
            case 4 -> flipBytes(random, ImportedFile.gzip(bytes));
            case 5 -> ImportedFile.gzip(Arrays.copyOf(bytes, random.nextInt(1 << 22)));
            default -> bytes;
        };
    }

    private static byte[] truncate(Random random, byte[] bytes) {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
    }

    private static byte[] flipBytes(Random random, byte[] bytes) {
        for (int i = 0; i < 3 && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    @Test
    void randomBytesAreRefused() {
        Random random = new Random(9);
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = new byte[random.nextInt(5_000)];
            random.nextBytes(bytes);
            check(
                    ImportedFile.read(bytes, ResourceCatalog.SCHEMAS.get(0), ReadingOptions.NONE, values, LIMITS),
                    new TreeSet<>(),
                    "random " + i);
        }
    }
}
