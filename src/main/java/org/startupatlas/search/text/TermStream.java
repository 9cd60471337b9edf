package org.startupatlas.search.text;

import java.util.Iterator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** A token stream of terms that are already analyzed. */
public final class TermStream extends TokenStream {

    private final Iterable<String> terms;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private Iterator<String> remaining;

    public TermStream(Iterable<String> terms) {
        this.terms = terms;
    }

    @Override
    public void reset() {
        remaining = terms.iterator();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!remaining.hasNext()) {
            return false;
        }
        term.append(remaining.next());
        return true;
    }
}
