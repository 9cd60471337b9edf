package org.startupatlas.search.query;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.search.index.DocumentMapper;
import org.startupatlas.search.index.IndexFields;

/**
 * Builds the Lucene queries of a suggestion. Exact matches of a name rank first, then names that begin with the query,
 * then names with words that begin with the query's words, in any order.
 */
public final class SuggestQueryBuilder {

    /** Outweighs all matches without signs together: C++ is neither C nor C#. */
    private static final float WITH_SIGNS = 20;

    private static final float WHOLE_NAME = 5;
    private static final float WHOLE_OTHER_NAME = 4;
    private static final float NAME_PREFIX = 3;
    private static final float OTHER_NAME_PREFIX = 2;
    private static final float WORDS = 1;

    /**
     * The maximum number of terms to which a fuzzy query expands: twenty words with that many stay below the 1,024
     * clauses that Lucene allows.
     */
    private static final int MAX_EXPANSIONS = 25;

    private final ParsedQuery parsedQuery;

    public SuggestQueryBuilder(ParsedQuery parsedQuery) {
        this.parsedQuery = parsedQuery;
    }

    /** Returns the queries restricted to these resources, the strictest first. */
    public List<Query> queries(List<ResourceSchema> resources) {
        return List.of(FilterQueries.restrict(resources, query()), FilterQueries.restrict(resources, fuzzyQuery()));
    }

    private Query query() {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        parsedQuery.joined().forEach(joined -> addNames(any, joined, 0));
        parsedQuery.withSigns().ifPresent(withSigns -> addNames(any, withSigns, WITH_SIGNS));
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        parsedQuery.terms().forEach(word -> words.add(PrefixQueries.ofWord(word.word()), Occur.MUST));
        add(any, words.build(), WORDS);
        return any.build();
    }

    private static void addNames(BooleanQuery.Builder any, String joined, float boost) {
        add(any, new TermQuery(new Term(IndexFields.WHOLE_NAME, joined)), boost + WHOLE_NAME);
        add(any, new TermQuery(new Term(IndexFields.WHOLE_OTHER_NAME, joined)), boost + WHOLE_OTHER_NAME);
        add(any, PrefixQueries.ofName(joined), boost + NAME_PREFIX);
        add(any, PrefixQueries.ofOtherName(joined), boost + OTHER_NAME_PREFIX);
    }

    /** Returns the fuzzy query, for when no name has the exact prefix. */
    private Query fuzzyQuery() {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String joined : parsedQuery.joined()) {
            String prefix = truncate(joined, DocumentMapper.MAX_PREFIX_LENGTH);
            add(any, fuzzy(new Term(IndexFields.NAME_PREFIX, prefix)), NAME_PREFIX);
            add(any, fuzzy(new Term(IndexFields.OTHER_NAME_PREFIX, prefix)), OTHER_NAME_PREFIX);
        }
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        parsedQuery.terms().forEach(word -> words.add(fuzzy(wordPrefix(word)), Occur.MUST));
        add(any, words.build(), WORDS);
        return any.build();
    }

    private static void add(BooleanQuery.Builder any, Query query, float boost) {
        any.add(new BoostQuery(new ConstantScoreQuery(query), boost), Occur.SHOULD);
    }

    private static Term wordPrefix(QueryTerm word) {
        return new Term(IndexFields.WORD_PREFIX, truncate(word.word(), DocumentMapper.MAX_WORD_PREFIX_LENGTH));
    }

    private static Query fuzzy(Term term) {
        int maxEdits = QueryTerm.maxEdits(term.text());
        return maxEdits == 0
                ? new TermQuery(term)
                : new FuzzyQuery(term, maxEdits, SearchQueryBuilder.EXACT_PREFIX_LENGTH, MAX_EXPANSIONS, true);
    }

    private static String truncate(String text, int maxLength) {
        return text.substring(0, Math.min(text.length(), maxLength));
    }
}
