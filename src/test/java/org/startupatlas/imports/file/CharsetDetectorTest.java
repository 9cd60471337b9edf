package org.startupatlas.imports.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.imports.file.text.CharsetDetector;

/** Tests that the charset of single texts of the bundle is detected. */
class CharsetDetectorTest {

    private static List<String> texts(String language) {
        List<String> texts = new ArrayList<>();
        ResourceCatalog.SCHEMAS.forEach(
                schema -> Bundle.records(schema).forEach(record -> record.findValues(language).stream()
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue)
                        .forEach(texts::add)));
        return texts;
    }

    @ParameterizedTest
    @CsvSource({"fr, windows-1252, 500", "ar, windows-1256, 500", "fr, UTF-8, 500", "ar, UTF-8, 500"})
    void charsetOfEachTextIsDetected(String language, String charset, int atLeast) {
        Charset written = Charset.forName(charset);
        List<String> wrong = new ArrayList<>();
        int texts = 0;
        for (String text : texts(language)) {
            if (written.newEncoder().canEncode(text)) {
                texts++;
                byte[] bytes = text.getBytes(written);
                String read = new String(bytes, CharsetDetector.of(bytes, true));
                if (!read.equals(text)) {
                    wrong.add(text);
                }
            }
        }
        assertTrue(texts >= atLeast, texts + " texts");
        assertEquals(List.of(), wrong);
    }

    @Test
    void sampleMayEndWithinCharacter() {
        byte[] cut = Arrays.copyOf("name,city,é".getBytes(StandardCharsets.UTF_8), 11);
        assertEquals(StandardCharsets.UTF_8, CharsetDetector.of(cut, false));
        assertEquals(Charset.forName("windows-1252"), CharsetDetector.of(cut, true));
    }

    @Test
    void asciiTextIsUtf8() {
        assertEquals(StandardCharsets.UTF_8, CharsetDetector.of("name,city".getBytes(StandardCharsets.UTF_8), true));
        assertEquals(StandardCharsets.UTF_8, CharsetDetector.of("na\0me,city".getBytes(StandardCharsets.UTF_8), true));
        assertEquals(StandardCharsets.UTF_8, CharsetDetector.of(new byte[0], true));
    }
}
