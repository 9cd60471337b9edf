package org.startupatlas.imports.file.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * Counts the characters beyond ASCII that no French or English text has where they are, as the {@code Ž} in
 * {@code BŽni}. They show that bytes were decoded by the wrong charset.
 *
 * @param implausible the number of such characters
 * @param all the number of characters beyond ASCII
 */
record LatinPlausibility(int implausible, int all) {

    private static final String LOWER_CASE = "éèêëàâçîïôùûüÿœæñáíóúãõäöåßøìòý";
    private static final String UPPER_CASE = "ÉÈÊËÀÂÇÎÏÔÙÛÜŒÆÑÁÍÓÚÃÕÄÖÅØ";

    /** Capital letters that are words. */
    private static final String WORDS = "ÀÉÔ";

    /** Characters that are in words. */
    private static final String WITHIN_WORDS = "’‘ʼ\u00b4·\u00ad";

    /** Characters that are not between two letters. */
    private static final String BETWEEN_WORDS = "\u00a0\u202f«»“”‘„–—…€£°•©®™§²³±×½¼ª";

    static LatinPlausibility of(byte[] bytes, Charset charset) {
        String text;
        try {
            text = BomReader.decoder(charset).decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException neverReported) {
            throw new IllegalStateException(neverReported);
        }
        int all = 0;
        int implausible = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                all++;
                implausible += isPlausible(text, i) ? 0 : 1;
            }
        }
        return new LatinPlausibility(implausible, all);
    }

    private static boolean isPlausible(String text, int at) {
        char character = text.charAt(at);
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char after = at + 1 == text.length() ? ' ' : text.charAt(at + 1);
        boolean isBetweenLetters = Character.isLetter(before) && Character.isLetter(after);
        if (LOWER_CASE.indexOf(character) >= 0) {
            return character == 'à' || Character.isLetter(before) || Character.isLetter(after);
        }
        if (UPPER_CASE.indexOf(character) >= 0) {
            boolean isAlone = !Character.isLetter(before) && !Character.isLetter(after);
            boolean isWithin = Character.isLetter(before) && Character.isLowerCase(after);
            return !Character.isLowerCase(before) && !isWithin && (!isAlone || WORDS.indexOf(character) >= 0);
        }
        return WITHIN_WORDS.indexOf(character) >= 0 || BETWEEN_WORDS.indexOf(character) >= 0 && !isBetweenLetters;
    }
}
