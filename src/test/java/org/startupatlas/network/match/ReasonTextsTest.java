package org.startupatlas.network.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.network.match.criterion.Criterion;
import org.startupatlas.network.match.ranking.Weights;
import org.startupatlas.testing.H2Only;

/** Tests that every reason has words in the three languages, with the same arguments. */
@H2Only
class ReasonTextsTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{([0-9])");

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar"})
    void languagesHaveTheSameKeysAndArguments(String language) throws IOException {
        Properties english = read("reasons_en");
        Properties other = read("reasons_" + language);
        assertEquals(english.keySet(), other.keySet());
        for (String key : english.stringPropertyNames()) {
            assertEquals(arguments(english.getProperty(key)), arguments(other.getProperty(key)), key);
            new MessageFormat(other.getProperty(key));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ar"})
    void lastWordOfAListIsSetApart(String language) throws IOException {
        assertTrue(read("reasons_" + language).getProperty("list.last").startsWith(" "));
    }

    @Test
    void everyCriterionHasALabelAndAWeight() throws IOException {
        Properties english = read("reasons_en");
        for (Criterion criterion : Criterion.values()) {
            assertTrue(english.containsKey(criterion.code() + ".label"), criterion::code);
            assertTrue(Weights.STANDARD.of(criterion).signum() > 0, criterion::code);
        }
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream bytes = ReasonTextsTest.class.getResourceAsStream("/network/" + name + ".properties")) {
            properties.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
