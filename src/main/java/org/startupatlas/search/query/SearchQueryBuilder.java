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
 * Builds the Lucene queries of a search. Exact matches of a whole name rank first, then names that begin with the
 * query, then matches of the single terms, in names before texts. A term that is not in the index is assumed to be
 * mistyped and matched fuzzily, in names and texts. A term that is in texts only may be a mistyped name, so it is
 * matched fuzzily in names too. If no record matches enough terms, records that match any term are found.
 */
public final class SearchQueryBuilder {

    /** Boosts: a whole name outweighs any number of terms, and a prefix outweighs terms in other fields. */
    private static final float WHOLE_NAME = 1_000;

    private static final float WHOLE_OTHER_NAME = 900;
    private static final float NAME_PREFIX = 200;
    private static final float OTHER_NAME_PREFIX = 150;

    /**
     * The boost of a fuzzily matched whole name if a term is unknown; otherwise the terms are probably right and
     * {@link #FUZZY_NAME} applies.
     */
    private static final float MISTYPED_NAME = 60;

    private static final float FUZZY_NAME = 5;

    private static final float IN_NAME = 6;
    private static final float IN_OTHER_NAME = 5;
    private static final float IN_TEXT = 2;
    private static final float WORD_PREFIX = 3;
    private static final float MISTYPED_IN_NAME = 3;
    private static final float MISTYPED_IN_TEXT = 1;

    /** The boost of a fuzzy match in a name if the term as typed is in texts, where it is probably right. */
    private static final float FUZZY_IN_NAME = 1;

    /** The tie breaker: the weight of further fields that match the same term. */
    private static final float TIE_BREAKER = 0.1f;

    /** The minimum prefix length: a single letter matches too many names. */
    private static final int MIN_PREFIX_LENGTH = 2;

    /**
     * The number of leading characters that a fuzzy query matches exactly: the first letter is hardly ever wrong, and
     * trying all others takes many times as long.
     */
    static final int EXACT_PREFIX_LENGTH = 1;

    /**
     * The maximum number of terms to which a fuzzy query expands, nearest first; with {@link #MAX_MISTYPED} terms in
     * five fields, and the name, a query stays below the 1,024 clauses that Lucene allows.
     */
    private static final int MAX_EXPANSIONS = 25;

    /** Up to this number of terms, all must match. */
    private static final int MAX_ALL_REQUIRED = 2;

    private static final double MIN_MATCH_RATIO = 0.6;

    /** The maximum number of terms matched fuzzily, because fuzzy matching is slow. */
    private static final int MAX_MISTYPED = 4;

    private final IndexSearcher searcher;
    private final ParsedQuery parsedQuery;

    /** Terms that are not in the index. */
    private final List<QueryTerm> mistyped = new ArrayList<>();

    /** Terms that are in texts but not in names. */
    private final List<QueryTerm> notInNames = new ArrayList<>();

    private final List<Query> nameQueries = new ArrayList<>();
    private final List<Query> termQueries = new ArrayList<>();

    public SearchQueryBuilder(IndexSearcher searcher, ParsedQuery parsedQuery) throws IOException {
        this.searcher = searcher;
        this.parsedQuery = parsedQuery;
        for (QueryTerm term : parsedQuery.significantTerms()) {
            if (mistyped.size() + notInNames.size() < MAX_MISTYPED && !isInNames(term)) {
                (isInTexts(term) ? notInNames : mistyped).add(term);
            }
        }
        for (String joined : parsedQuery.joined()) {
            addNames(joined);
        }
        parsedQuery.withSigns().ifPresent(withSigns -> {
            nameQueries.add(constant(IndexFields.WHOLE_NAME, withSigns, WHOLE_NAME));
            nameQueries.add(constant(IndexFields.WHOLE_OTHER_NAME, withSigns, WHOLE_OTHER_NAME));
        });
        addTerms(parsedQuery.significantTerms());
    }

    /** Returns the queries restricted to these resources, the strictest first. */
    public List<Query> queries(List<ResourceSchema> resources) {
        int minMatches = termQueries.size() <= MAX_ALL_REQUIRED
                ? termQueries.size()
                : (int) Math.ceil(termQueries.size() * MIN_MATCH_RATIO);
        return List.of(
                FilterQueries.restrict(resources, query(minMatches)), FilterQueries.restrict(resources, query(1)));
    }

    /** Returns a highlighter of the matches. */
    public Highlighter highlighter() {
        return new Highlighter(parsedQuery, mistyped);
    }

    private Query query(int minMatches) {
        BooleanQuery.Builder termsQuery = new BooleanQuery.Builder().setMinimumNumberShouldMatch(minMatches);
        termQueries.forEach(termQuery -> termsQuery.add(termQuery, Occur.SHOULD));
        BooleanQuery.Builder any = new BooleanQuery.Builder().add(termsQuery.build(), Occur.SHOULD);
        nameQueries.forEach(name -> any.add(name, Occur.SHOULD));
        return any.build();
    }

    private void addNames(String joined) throws IOException {
        nameQueries.add(constant(IndexFields.WHOLE_NAME, joined, WHOLE_NAME));
        nameQueries.add(constant(IndexFields.WHOLE_OTHER_NAME, joined, WHOLE_OTHER_NAME));
        if (joined.length() >= MIN_PREFIX_LENGTH) {
            nameQueries.add(new BoostQuery(PrefixQueries.ofName(joined), NAME_PREFIX));
            nameQueries.add(new BoostQuery(PrefixQueries.ofOtherName(joined), OTHER_NAME_PREFIX));
        }
        if (!contains(IndexFields.WHOLE_NAME, joined) && !contains(IndexFields.WHOLE_OTHER_NAME, joined)) {
            float weight = mistyped.isEmpty() ? FUZZY_NAME : MISTYPED_NAME;
            addFuzzy(nameQueries, IndexFields.WHOLE_NAME, joined, weight);
            addFuzzy(nameQueries, IndexFields.WHOLE_OTHER_NAME, joined, weight);
        }
    }

    private void addTerms(List<QueryTerm> significantTerms) throws IOException {
        for (int i = 0; i < significantTerms.size(); i++) {
            List<Query> fieldQueries = fieldQueries(significantTerms.get(i));
            // Two query words may be one word in a name; the concatenation counts as a match of both.
            if (i > 0) {
                addPair(fieldQueries, significantTerms.get(i - 1), significantTerms.get(i));
            }
            if (i + 1 < significantTerms.size()) {
                addPair(fieldQueries, significantTerms.get(i), significantTerms.get(i + 1));
            }
            termQueries.add(new DisjunctionMaxQuery(fieldQueries, TIE_BREAKER));
        }
    }

    private static void addPair(List<Query> fieldQueries, QueryTerm one, QueryTerm other) {
        String pair = one.nameTerm() + other.nameTerm();
        fieldQueries.add(term(IndexFields.NAME, pair, IN_NAME));
        fieldQueries.add(term(IndexFields.OTHER_NAME, pair, IN_OTHER_NAME));
        QueryTerm.of(one.word() + other.word(), false).ifPresent(both -> both.stems()
                .forEach((language, stem) -> fieldQueries.add(term(IndexFields.text(language), stem, IN_TEXT))));
    }

    private List<Query> fieldQueries(QueryTerm term) throws IOException {
        List<Query> fieldQueries = new ArrayList<>();
        fieldQueries.add(term(IndexFields.NAME, term.nameTerm(), IN_NAME));
        fieldQueries.add(term(IndexFields.OTHER_NAME, term.nameTerm(), IN_OTHER_NAME));
        fieldQueries.add(term(IndexFields.PAIR, term.nameTerm(), IN_OTHER_NAME));
        term.stems().forEach((language, stem) -> fieldQueries.add(term(IndexFields.text(language), stem, IN_TEXT)));
        if (term.mayBePrefix() && term.word().length() >= MIN_PREFIX_LENGTH) {
            fieldQueries.add(new BoostQuery(PrefixQueries.ofWord(term.word()), WORD_PREFIX));
        }
        boolean isMistyped = mistyped.contains(term);
        if (isMistyped || notInNames.contains(term)) {
            float weight = isMistyped ? MISTYPED_IN_NAME : FUZZY_IN_NAME;
            addFuzzy(fieldQueries, IndexFields.NAME, term.nameTerm(), weight);
            addFuzzy(fieldQueries, IndexFields.OTHER_NAME, term.nameTerm(), weight);
        }
        if (isMistyped) {
            for (Map.Entry<Language, String> stem : term.stems().entrySet()) {
                addFuzzy(fieldQueries, IndexFields.text(stem.getKey()), stem.getValue(), MISTYPED_IN_TEXT);
            }
        }
        return fieldQueries;
    }

    private boolean isInNames(QueryTerm term) throws IOException {
        return contains(IndexFields.NAME, term.nameTerm())
                || contains(IndexFields.OTHER_NAME, term.nameTerm())
                || contains(IndexFields.PAIR, term.nameTerm());
    }

    private boolean isInTexts(QueryTerm term) throws IOException {
        for (Map.Entry<Language, String> stem : term.stems().entrySet()) {
            if (contains(IndexFields.text(stem.getKey()), stem.getValue())) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a live document contains the term: deleted documents stay in the index for a while. */
    private boolean contains(String field, String term) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            PostingsEnum postings = leaf.reader().postings(new Term(field, term), PostingsEnum.NONE);
            Bits liveDocs = leaf.reader().getLiveDocs();
            while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (liveDocs == null || liveDocs.get(postings.docID())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Adds a fuzzy query, expanded here so that it is expanded once, however often the query is run. */
    private void addFuzzy(List<Query> fieldQueries, String field, String term, float weight) throws IOException {
        int maxEdits = QueryTerm.maxEdits(term);
        if (maxEdits > 0) {
            Query fuzzy = new FuzzyQuery(new Term(field, term), maxEdits, EXACT_PREFIX_LENGTH, MAX_EXPANSIONS, true);
            fieldQueries.add(new BoostQuery(searcher.rewrite(fuzzy), weight));
        }
    }

    private static Query term(String field, String term, float weight) {
        return new BoostQuery(new TermQuery(new Term(field, term)), weight);
    }

    private static Query constant(String field, String term, float weight) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, term))), weight);
    }
}
