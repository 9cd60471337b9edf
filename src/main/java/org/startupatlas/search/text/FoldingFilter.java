package org.startupatlas.search.text;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.startupatlas.record.Folding;

/** Folds words: removes differences of case, accents, ligatures and Arabic letter forms. */
final class FoldingFilter extends TokenFilter {

    /** The tokenizer's limit, applied again because some characters fold to whole phrases. */
    private static final int MAX_LENGTH = CharTokenizer.DEFAULT_MAX_WORD_LEN;

    /** Maps the letters of Persian and Urdu keyboards to the Arabic ones. */
    private static final Map<Integer, String> ARABIC_FORMS = Map.of(
            (int) 'ک', "ك",
            (int) 'ی', "ي",
            (int) 'ے', "ي",
            (int) 'ہ', "ه",
            (int) 'ھ', "ه",
            (int) 'ە', "ه");

    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

    FoldingFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (input.incrementToken()) {
            if (!lowerCaseAscii()) {
                fold();
            }
            if (word.length() > 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns whether the word is plain ASCII, after lower-casing it in place; most words are, and need no further
     * folding.
     */
    private boolean lowerCaseAscii() {
        char[] letters = word.buffer();
        for (int i = 0; i < word.length(); i++) {
            if (letters[i] >= 'A' && letters[i] <= 'Z') {
                letters[i] += 'a' - 'A';
            } else if (!(letters[i] >= 'a' && letters[i] <= 'z' || letters[i] >= '0' && letters[i] <= '9')) {
                return false;
            }
        }
        return true;
    }

    private void fold() {
        String folded = Folding.fold(word.toString());
        word.setEmpty();
        folded.codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(point -> word.append(ARABIC_FORMS.getOrDefault(point, Character.toString(point))));
        word.setLength(Math.min(word.length(), MAX_LENGTH));
    }
}
