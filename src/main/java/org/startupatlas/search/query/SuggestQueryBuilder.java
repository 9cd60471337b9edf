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
 * What is being typed, as a question to the index: names that are just this come first, then names that begin with it,
 * then those whose words do, in any order.
 */
public final class SuggestQueryBuilder {

    /** More than all that is found without the signs together: C++ is neither C nor C#. */
    private static final float SIGNED = 20;

    private static final float WHOLE_NAME = 5;
    private static final float WHOLE_OTHER_NAME = 4;
    private static final float BEGINNING = 3;
    private static final float OTHER_BEGINNING = 2;
    private static final float WORDS = 1;

    /** Twenty words of so many forms stay below the 1,024 clauses that Lucene allows. */
    private static final int MOST_FORMS = 25;

    private final ParsedQuery asked;

    public SuggestQueryBuilder(ParsedQuery asked) {
        this.asked = asked;
    }

    /** The queries that find the names in these resources that can become of it, the strictest first. */
    public List<Query> in(List<ResourceSchema> resources) {
        return List.of(FilterQueries.in(resources, query()), FilterQueries.in(resources, mistypedQuery()));
    }

    private Query query() {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        asked.joined().forEach(joined -> addNames(any, joined, 0));
        asked.signed().ifPresent(signed -> addNames(any, signed, SIGNED));
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        asked.words().forEach(word -> words.add(PrefixQueries.ofWord(word.word()), Occur.MUST));
        add(any, words.build(), WORDS);
        return any.build();
    }

    private static void addNames(BooleanQuery.Builder any, String joined, float more) {
        add(any, new TermQuery(new Term(IndexFields.WHOLE_NAME, joined)), more + WHOLE_NAME);
        add(any, new TermQuery(new Term(IndexFields.WHOLE_OTHER_NAME, joined)), more + WHOLE_OTHER_NAME);
        add(any, PrefixQueries.ofName(joined), more + BEGINNING);
        add(any, PrefixQueries.ofOtherName(joined), more + OTHER_BEGINNING);
    }

    /** The same where nothing begins so, and a letter or two may be wrong. */
    private Query mistypedQuery() {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String joined : asked.joined()) {
            String begun = shortened(joined, DocumentMapper.MAX_PREFIX_LENGTH);
            add(any, mistyped(new Term(IndexFields.BEGINNING, begun)), BEGINNING);
            add(any, mistyped(new Term(IndexFields.OTHER_BEGINNING, begun)), OTHER_BEGINNING);
        }
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        asked.words().forEach(word -> words.add(mistyped(wordBeginning(word)), Occur.MUST));
        add(any, words.build(), WORDS);
        return any.build();
    }

    private static void add(BooleanQuery.Builder any, Query query, float boost) {
        any.add(new BoostQuery(new ConstantScoreQuery(query), boost), Occur.SHOULD);
    }

    private static Term wordBeginning(QueryTerm word) {
        return new Term(IndexFields.WORD_BEGINNING, shortened(word.word(), DocumentMapper.MAX_WORD_PREFIX_LENGTH));
    }

    private static Query mistyped(Term term) {
        int mistakes = QueryTerm.mistakes(term.text());
        return mistakes == 0
                ? new TermQuery(term)
                : new FuzzyQuery(term, mistakes, SearchQueryBuilder.SAFE_LETTERS, MOST_FORMS, true);
    }

    private static String shortened(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }
}
