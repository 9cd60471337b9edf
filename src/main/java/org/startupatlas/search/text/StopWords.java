package org.startupatlas.search.text;

import java.util.List;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.startupatlas.record.Folding;

/** The stop words of all languages. Used only for queries, not for indexing. */
public final class StopWords {

    private static final CharArraySet ALL = all();

    private StopWords() {}

    /** Returns whether the folded word is a stop word. */
    public static boolean include(String word) {
        return ALL.contains(word);
    }

    private static CharArraySet all() {
        CharArraySet all = new CharArraySet(600, false);
        for (CharArraySet words : List.of(
                FrenchAnalyzer.getDefaultStopSet(),
                EnglishAnalyzer.getDefaultStopSet(),
                ArabicAnalyzer.getDefaultStopSet(),
                FrenchAnalyzer.DEFAULT_ARTICLES)) {
            words.forEach(word -> all.add(Folding.fold(new String((char[]) word))));
        }
        return all;
    }
}
