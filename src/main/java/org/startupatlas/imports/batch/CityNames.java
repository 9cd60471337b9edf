package org.startupatlas.imports.batch;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.startupatlas.record.Folding;

/**
 * The cities of Morocco with their regions and the names that people write: French, English and Arabic, short and
 * former ones. {@code moroccan_cities.csv} has them.
 */
final class CityNames {

    private static final String FILE = "/moroccan_cities.csv";

    /** What does not tell two spellings apart: Al-Hoceima, Al Hoceima. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\s'.-]+");

    private static final Map<String, City> CITIES = read();

    private CityNames() {}

    /**
     * A city of Morocco.
     *
     * @param name the name that records have, in French
     * @param region the code of its region
     */
    record City(String name, String region) {}

    /** Returns the city of a name. */
    static Optional<City> find(String text) {
        // Folding drops control characters, for which the validation of the record refuses the text.
        boolean isText = text.chars().noneMatch(Character::isISOControl);
        return isText ? Optional.ofNullable(CITIES.get(key(text))) : Optional.empty();
    }

    /** Whether two texts name one city. */
    static boolean isSame(String one, String other) {
        return key(nameOf(one)).equals(key(nameOf(other)));
    }

    private static String nameOf(String text) {
        return find(text).map(City::name).orElse(text);
    }

    private static String key(String text) {
        return SEPARATORS.matcher(Folding.fold(text)).replaceAll("");
    }

    private static Map<String, City> read() {
        Map<String, City> cities = new HashMap<>();
        try (InputStream bytes = CityNames.class.getResourceAsStream(FILE);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            rows.forEach(row -> {
                City city = new City(row.getField("name"), row.getField("region"));
                cities.put(key(row.getField("city")), city);
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE, unreadable);
        }
        return cities;
    }
}
