package org.startupatlas.search.query;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.startupatlas.search.index.DocumentMapper;
import org.startupatlas.search.index.IndexFields;

/**
 * Builds prefix queries on names. Short prefixes are terms of the index; long ones match so few names that a Lucene
 * prefix query is cheap.
 */
final class PrefixQueries {

    private PrefixQueries() {}

    /** Returns a query for names whose concatenated form has this prefix. */
    static Query ofName(String joined) {
        return of(joined, DocumentMapper.MAX_PREFIX_LENGTH, IndexFields.NAME_PREFIX, IndexFields.WHOLE_NAME);
    }

    /** Returns a query for other names whose concatenated form has this prefix. */
    static Query ofOtherName(String joined) {
        return of(
                joined, DocumentMapper.MAX_PREFIX_LENGTH, IndexFields.OTHER_NAME_PREFIX, IndexFields.WHOLE_OTHER_NAME);
    }

    /** Returns a query for words of any name with this prefix. */
    static Query ofWord(String word) {
        return of(
                word,
                DocumentMapper.MAX_WORD_PREFIX_LENGTH,
                IndexFields.WORD_PREFIX,
                IndexFields.NAME,
                IndexFields.OTHER_NAME);
    }

    private static Query of(String prefix, int maxLength, String prefixField, String... fields) {
        if (prefix.length() <= maxLength) {
            return new ConstantScoreQuery(new TermQuery(new Term(prefixField, prefix)));
        }
        List<Query> queries = Arrays.stream(fields)
                .<Query>map(field -> new PrefixQuery(new Term(field, prefix)))
                .toList();
        return new ConstantScoreQuery(new DisjunctionMaxQuery(queries, 0));
    }
}
