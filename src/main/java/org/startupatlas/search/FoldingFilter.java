package org.startupatlas.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.startupatlas.record.Folding;

/** Makes each word what comparing sees of it: case, accents, ligatures and Arabic letter forms mean nothing. */
final class FoldingFilter extends TokenFilter {

    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

    FoldingFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (input.incrementToken()) {
            String folded = Folding.fold(word.toString());
            word.setEmpty();
            folded.codePoints()
                    .filter(Character::isLetterOrDigit)
                    .forEach(point -> word.append(Character.toString(point)));
            if (word.length() > 0) {
                return true;
            }
        }
        return false;
    }
}
