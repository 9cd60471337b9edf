package org.startupatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What words ask of the index: names that are these words as a whole come first, then names that begin with them, then
 * whatever has the words, in names before texts. A word that the index does not know is taken for a mistyped one.
 */
final class WordQuery {

    /** A whole name counts more than any number of words, and a beginning more than words in other places. */
    private static final float WHOLE_NAME = 1_000;

    private static final float WHOLE_OTHER_NAME = 900;
    private static final float BEGINNING = 200;
    private static final float OTHER_BEGINNING = 150;
    private static final float MISTYPED_NAME = 60;

    private static final float IN_NAME = 6;
    private static final float IN_OTHER_NAME = 5;
    private static final float IN_TEXT = 2;
    private static final float AS_BEGINNING = 3;
    private static final float MISTYPED = 1.5f;

    /** What a word adds that is found in a second place too. */
    private static final float SECOND_PLACE = 0.1f;

    /** A single letter begins too much to be of use. */
    private static final int LEAST_BEGINNING = 2;

    /** Of a word of this length or more the first letter may be wrong; of shorter ones nothing would be left. */
    static final int SAFE_LETTERS = 1;

    /** Of so many mistyped forms the nearest are looked for. */
    private static final int MOST_FORMS = 50;

    /** Of more words than this some may be missing. */
    private static final int ALL_NEEDED = 2;

    private static final double NEEDED_OF_MORE = 0.6;

    private final IndexReader index;
    private final Asked asked;
    private final List<AskedWord> mistyped = new ArrayList<>();

    WordQuery(IndexReader index, Asked asked) throws IOException {
        this.index = index;
        this.asked = asked;
        for (AskedWord word : asked.telling()) {
            if (!knows(word)) {
                mistyped.add(word);
            }
        }
    }

    /** What marks in texts what the query finds in them. */
    Marker marker() {
        return new Marker(asked, mistyped.stream().map(AskedWord::inNames).toList());
    }

    /** The query, of whose words those that the index does not know may be mistyped. */
    Query query() throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        addWhole(any);
        addWords(any);
        return any.build();
    }

    private void addWhole(BooleanQuery.Builder any) throws IOException {
        String joined = asked.joined();
        if (joined.isEmpty()) {
            return;
        }
        should(any, IndexFields.WHOLE_NAME, joined, WHOLE_NAME);
        should(any, IndexFields.WHOLE_OTHER_NAME, joined, WHOLE_OTHER_NAME);
        if (joined.length() >= LEAST_BEGINNING) {
            should(any, IndexFields.BEGINNING, joined, BEGINNING);
            should(any, IndexFields.OTHER_BEGINNING, joined, OTHER_BEGINNING);
        }
        if (!knows(IndexFields.WHOLE_NAME, joined) && !knows(IndexFields.WHOLE_OTHER_NAME, joined)) {
            mistyped(IndexFields.WHOLE_NAME, joined)
                    .forEach(query -> any.add(boosted(query, MISTYPED_NAME), Occur.SHOULD));
            mistyped(IndexFields.WHOLE_OTHER_NAME, joined)
                    .forEach(query -> any.add(boosted(query, MISTYPED_NAME), Occur.SHOULD));
        }
    }

    private static void should(BooleanQuery.Builder any, String field, String term, float boost) {
        any.add(boosted(new ConstantScoreQuery(new TermQuery(new Term(field, term))), boost), Occur.SHOULD);
    }

    private void addWords(BooleanQuery.Builder any) {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        List<AskedWord> telling = asked.telling();
        for (int i = 0; i < telling.size(); i++) {
            List<Query> places = places(telling.get(i));
            if (i > 0) {
                addPair(places, telling.get(i - 1), telling.get(i));
            }
            if (i + 1 < telling.size()) {
                addPair(places, telling.get(i), telling.get(i + 1));
            }
            words.add(new DisjunctionMaxQuery(places, SECOND_PLACE), Occur.SHOULD);
        }
        words.setMinimumNumberShouldMatch(needed(telling.size()));
        if (!telling.isEmpty()) {
            any.add(words.build(), Occur.SHOULD);
        }
    }

    private static int needed(int words) {
        return words <= ALL_NEEDED ? words : (int) Math.ceil(words * NEEDED_OF_MORE);
    }

    /** Two words that are written as one in a name. */
    private static void addPair(List<Query> places, AskedWord one, AskedWord other) {
        String pair = one.inNames() + other.inNames();
        places.add(term(IndexFields.NAME, pair, IN_NAME));
        places.add(term(IndexFields.OTHER_NAME, pair, IN_OTHER_NAME));
    }

    private List<Query> places(AskedWord word) {
        List<Query> places = new ArrayList<>();
        places.add(term(IndexFields.NAME, word.inNames(), IN_NAME));
        places.add(term(IndexFields.OTHER_NAME, word.inNames(), IN_OTHER_NAME));
        places.add(term(IndexFields.PAIR, word.inNames(), IN_OTHER_NAME));
        word.stems().forEach((language, stem) -> places.add(term(IndexFields.text(language), stem, IN_TEXT)));
        if (word.isLast() && word.word().length() >= LEAST_BEGINNING) {
            places.add(boosted(
                    new ConstantScoreQuery(new TermQuery(new Term(IndexFields.WORD_BEGINNING, word.word()))),
                    AS_BEGINNING));
        }
        if (mistyped.contains(word)) {
            for (String field : List.of(IndexFields.NAME, IndexFields.OTHER_NAME)) {
                mistyped(field, word.inNames()).forEach(query -> places.add(boosted(query, MISTYPED * 2)));
            }
            word.stems().forEach((language, stem) -> mistyped(IndexFields.text(language), stem)
                    .forEach(query -> places.add(boosted(query, MISTYPED))));
        }
        return places;
    }

    private boolean knows(AskedWord word) throws IOException {
        for (var stem : word.stems().entrySet()) {
            if (knows(IndexFields.text(stem.getKey()), stem.getValue())) {
                return true;
            }
        }
        return knows(IndexFields.NAME, word.inNames())
                || knows(IndexFields.OTHER_NAME, word.inNames())
                || knows(IndexFields.PAIR, word.inNames());
    }

    private boolean knows(String field, String term) throws IOException {
        return index.docFreq(new Term(field, term)) > 0;
    }

    private static List<Query> mistyped(String field, String term) {
        int mistakes = AskedWord.mistakes(term.length());
        return mistakes == 0
                ? List.of()
                : List.of(new FuzzyQuery(new Term(field, term), mistakes, SAFE_LETTERS, MOST_FORMS, true));
    }

    private static Query term(String field, String term, float boost) {
        return boosted(new TermQuery(new Term(field, term)), boost);
    }

    private static Query boosted(Query query, float boost) {
        return new BoostQuery(query, boost);
    }
}
