package org.startupatlas.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.search.index.IndexFields;

/**
 * What words ask of the index: names that are these words as a whole come first, then names that begin with them, then
 * whatever has the words, in names before texts. A word that the index does not know is taken for a mistyped one. Where
 * nothing has enough of the words, whatever has any of them is found.
 */
public final class SearchQueryBuilder {

    /** A whole name counts more than any number of words, and a beginning more than words in other places. */
    private static final float WHOLE_NAME = 1_000;

    private static final float WHOLE_OTHER_NAME = 900;
    private static final float BEGINNING = 200;
    private static final float OTHER_BEGINNING = 150;

    /** A whole name with letters wrong; where the index knows all the words, they are more likely right. */
    private static final float MISTYPED_NAME = 60;

    private static final float NEAR_NAME = 5;

    private static final float IN_NAME = 6;
    private static final float IN_OTHER_NAME = 5;
    private static final float IN_TEXT = 2;
    private static final float AS_BEGINNING = 3;
    private static final float MISTYPED_IN_NAME = 3;
    private static final float MISTYPED_IN_TEXT = 1;

    /** What a word adds that is found in a second place too. */
    private static final float SECOND_PLACE = 0.1f;

    /** A single letter begins too much to be of use. */
    private static final int LEAST_BEGINNING = 2;

    /** The first letter is hardly ever wrong, and looking for all others takes many times as long. */
    static final int SAFE_LETTERS = 1;

    /**
     * Of so many mistyped forms the nearest are looked for; with those of {@link #MOST_MISTYPED} words in five fields, and
     * of the name, a query stays below the 1,024 clauses that Lucene allows.
     */
    private static final int MOST_FORMS = 25;

    /** Of more words than this some may be missing. */
    private static final int ALL_NEEDED = 2;

    private static final double NEEDED_OF_MORE = 0.6;

    /** So many words people mistype at once; looking for what is near to each takes long. */
    private static final int MOST_MISTYPED = 4;

    private final IndexSearcher searcher;
    private final ParsedQuery asked;

    /** Words that the index does not know. */
    private final List<QueryTerm> mistyped = new ArrayList<>();

    /** Words that no name has. */
    private final List<QueryTerm> perhapsMistyped = new ArrayList<>();

    private final List<Query> names = new ArrayList<>();
    private final List<Query> words = new ArrayList<>();

    public SearchQueryBuilder(IndexSearcher searcher, ParsedQuery asked) throws IOException {
        this.searcher = searcher;
        this.asked = asked;
        for (QueryTerm word : asked.telling()) {
            if (mistyped.size() + perhapsMistyped.size() < MOST_MISTYPED && !isInNames(word)) {
                (isInTexts(word) ? perhapsMistyped : mistyped).add(word);
            }
        }
        for (String joined : asked.joined()) {
            addNames(joined);
        }
        asked.signed().ifPresent(signed -> {
            names.add(constant(IndexFields.WHOLE_NAME, signed, WHOLE_NAME));
            names.add(constant(IndexFields.WHOLE_OTHER_NAME, signed, WHOLE_OTHER_NAME));
        });
        addWords(asked.telling());
    }

    /** The queries that find the words in these resources, the strictest first. */
    public List<Query> in(List<ResourceSchema> resources) {
        int needed = words.size() <= ALL_NEEDED ? words.size() : (int) Math.ceil(words.size() * NEEDED_OF_MORE);
        return List.of(FilterQueries.in(resources, query(needed)), FilterQueries.in(resources, query(1)));
    }

    /** What marks in texts what the query finds in them. */
    public Highlighter marker() {
        return new Highlighter(asked, mistyped);
    }

    private Query query(int needed) {
        BooleanQuery.Builder enough = new BooleanQuery.Builder().setMinimumNumberShouldMatch(needed);
        words.forEach(word -> enough.add(word, Occur.SHOULD));
        BooleanQuery.Builder any = new BooleanQuery.Builder().add(enough.build(), Occur.SHOULD);
        names.forEach(name -> any.add(name, Occur.SHOULD));
        return any.build();
    }

    private void addNames(String joined) throws IOException {
        names.add(constant(IndexFields.WHOLE_NAME, joined, WHOLE_NAME));
        names.add(constant(IndexFields.WHOLE_OTHER_NAME, joined, WHOLE_OTHER_NAME));
        if (joined.length() >= LEAST_BEGINNING) {
            names.add(new BoostQuery(PrefixQueries.ofName(joined), BEGINNING));
            names.add(new BoostQuery(PrefixQueries.ofOtherName(joined), OTHER_BEGINNING));
        }
        if (!knows(IndexFields.WHOLE_NAME, joined) && !knows(IndexFields.WHOLE_OTHER_NAME, joined)) {
            float weight = mistyped.isEmpty() ? NEAR_NAME : MISTYPED_NAME;
            addMistyped(names, IndexFields.WHOLE_NAME, joined, weight);
            addMistyped(names, IndexFields.WHOLE_OTHER_NAME, joined, weight);
        }
    }

    private void addWords(List<QueryTerm> telling) throws IOException {
        for (int i = 0; i < telling.size(); i++) {
            List<Query> places = places(telling.get(i));
            // Two words of the question may be one in a name: both have found it then.
            if (i > 0) {
                addPair(places, telling.get(i - 1), telling.get(i));
            }
            if (i + 1 < telling.size()) {
                addPair(places, telling.get(i), telling.get(i + 1));
            }
            words.add(new DisjunctionMaxQuery(places, SECOND_PLACE));
        }
    }

    private static void addPair(List<Query> places, QueryTerm one, QueryTerm other) {
        String pair = one.inNames() + other.inNames();
        places.add(term(IndexFields.NAME, pair, IN_NAME));
        places.add(term(IndexFields.OTHER_NAME, pair, IN_OTHER_NAME));
        QueryTerm.of(one.word() + other.word(), false).ifPresent(both -> both.stems()
                .forEach((language, stem) -> places.add(term(IndexFields.text(language), stem, IN_TEXT))));
    }

    private List<Query> places(QueryTerm word) throws IOException {
        List<Query> places = new ArrayList<>();
        places.add(term(IndexFields.NAME, word.inNames(), IN_NAME));
        places.add(term(IndexFields.OTHER_NAME, word.inNames(), IN_OTHER_NAME));
        places.add(term(IndexFields.PAIR, word.inNames(), IN_OTHER_NAME));
        word.stems().forEach((language, stem) -> places.add(term(IndexFields.text(language), stem, IN_TEXT)));
        if (word.isLast() && word.word().length() >= LEAST_BEGINNING) {
            places.add(new BoostQuery(PrefixQueries.ofWord(word.word()), AS_BEGINNING));
        }
        boolean isMistyped = mistyped.contains(word);
        if (isMistyped || perhapsMistyped.contains(word)) {
            float weight = isMistyped ? MISTYPED_IN_NAME : MISTYPED_IN_TEXT;
            addMistyped(places, IndexFields.NAME, word.inNames(), weight);
            addMistyped(places, IndexFields.OTHER_NAME, word.inNames(), weight);
        }
        if (isMistyped) {
            for (Map.Entry<Language, String> stem : word.stems().entrySet()) {
                addMistyped(places, IndexFields.text(stem.getKey()), stem.getValue(), MISTYPED_IN_TEXT);
            }
        }
        return places;
    }

    private boolean isInNames(QueryTerm word) throws IOException {
        return knows(IndexFields.NAME, word.inNames())
                || knows(IndexFields.OTHER_NAME, word.inNames())
                || knows(IndexFields.PAIR, word.inNames());
    }

    private boolean isInTexts(QueryTerm word) throws IOException {
        for (Map.Entry<Language, String> stem : word.stems().entrySet()) {
            if (knows(IndexFields.text(stem.getKey()), stem.getValue())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a record has the term: those that are gone are in the index for a while. */
    private boolean knows(String field, String term) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            PostingsEnum records = leaf.reader().postings(new Term(field, term), PostingsEnum.NONE);
            Bits alive = leaf.reader().getLiveDocs();
            while (records != null && records.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (alive == null || alive.get(records.docID())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What is near is looked up once, however often the query is tried. */
    private void addMistyped(List<Query> places, String field, String term, float weight) throws IOException {
        int mistakes = QueryTerm.mistakes(term);
        if (mistakes > 0) {
            Query near = new FuzzyQuery(new Term(field, term), mistakes, SAFE_LETTERS, MOST_FORMS, true);
            places.add(new BoostQuery(searcher.rewrite(near), weight));
        }
    }

    private static Query term(String field, String term, float weight) {
        return new BoostQuery(new TermQuery(new Term(field, term)), weight);
    }

    private static Query constant(String field, String term, float weight) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, term))), weight);
    }
}
