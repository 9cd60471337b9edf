package org.startupatlas.resource.vocabulary;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What people call countries besides their labels: the variants of CLDR, the names of ISO 3166-1 in three languages,
 * everyday, short and old names, and adjectives. {@code country_names.csv} has them with their sources. They are read
 * only: the records of countries have the labels.
 */
final class CountryNames {

    private static final String FILE = "/country_names.csv";
    private static final Pattern SEPARATOR = Pattern.compile("\\|");

    private static final Map<String, List<String>> NAMES = read();

    private CountryNames() {}

    /** Returns the names of a country; empty if it has labels only. */
    static List<String> of(String code) {
        return NAMES.getOrDefault(code, List.of());
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> names = new HashMap<>();
        try (InputStream bytes = CountryNames.class.getResourceAsStream(FILE);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            rows.forEach(row -> names.computeIfAbsent(row.getField("country"), code -> new ArrayList<>())
                    .addAll(List.of(SEPARATOR.split(row.getField("names")))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE, unreadable);
        }
        return names;
    }
}
