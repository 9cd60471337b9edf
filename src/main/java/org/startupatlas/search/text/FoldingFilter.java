package org.startupatlas.search.text;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.startupatlas.record.Folding;

/** Makes each word what comparing sees of it: case, accents, ligatures and Arabic letter forms mean nothing. */
final class FoldingFilter extends TokenFilter {

    /** As long as the tokenizer lets words be; some letters stand for whole sentences. */
    private static final int LONGEST = CharTokenizer.DEFAULT_MAX_WORD_LEN;

    /** The same letters as Persian and Urdu keyboards write them. */
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
            if (!isPlain()) {
                fold();
            }
            if (word.length() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Most words are, and are folded already when their capitals are small. */
    private boolean isPlain() {
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
        word.setLength(Math.min(word.length(), LONGEST));
    }
}
