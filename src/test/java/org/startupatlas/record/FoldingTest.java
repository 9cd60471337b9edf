package org.startupatlas.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.testing.H2Only;

/** Tests that keys ignore differences of spelling. */
@H2Only
class FoldingTest {
    private static final int TEXTS = 10_000;
    private static final int ASCII = 0x80;

    /** A combining accent, which is removed; it makes a text non-ASCII. */
    private static final String MARK = "\u0301";

    @ParameterizedTest
    @CsvSource({
        "'  Café   NOËL ', cafe noel",
        "L`Atelier ’Bleu‘, l'atelier 'bleu'",
        "المَغْرِبـ, المغرب",
        "œuvre æther, oeuvre aether",
        "'\ta b\n', a b"
    })
    void caseAccentsSpacesAndLetterFormsAreIgnored(String text, String key) {
        assertEquals(key, Folding.fold(text));
    }

    /** ASCII texts have a separate implementation. */
    @Test
    void combiningMarkIsIgnoredAnywhere() {
        Random random = new Random(7);
        for (int i = 0; i < TEXTS; i++) {
            String text = ascii(random);
            int at = random.nextInt(text.length() + 1);
            String marked = text.substring(0, at) + MARK + text.substring(at);
            assertEquals(Folding.fold(marked), Folding.fold(text), () -> "of '" + text + "'");
            assertEquals(Folding.fold(text), Folding.fold(Folding.fold(text)), () -> "again of '" + text + "'");
            assertArrayEquals(Folding.fold(text).getBytes(UTF_8), Folding.key(text));
        }
    }

    private static String ascii(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            // Half of the characters are removed, joined or replaced.
            text.append((char)
                    (random.nextBoolean() ? random.nextInt(ASCII) : " \t\n\u001c`\u007f".charAt(random.nextInt(6))));
        }
        return text.toString();
    }
}
