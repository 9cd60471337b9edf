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

/** Names that begin with something: short beginnings are terms of the index, long ones are few among the names. */
final class PrefixQueries {

    private PrefixQueries() {}

    /** The names, whole and run together, that begin so. */
    static Query ofName(String joined) {
        return of(joined, DocumentMapper.MAX_PREFIX_LENGTH, IndexFields.BEGINNING, IndexFields.WHOLE_NAME);
    }

    /** The other names, whole and run together, that begin so. */
    static Query ofOtherName(String joined) {
        return of(joined, DocumentMapper.MAX_PREFIX_LENGTH, IndexFields.OTHER_BEGINNING, IndexFields.WHOLE_OTHER_NAME);
    }

    /** The words of any name that begin so. */
    static Query ofWord(String word) {
        return of(
                word,
                DocumentMapper.MAX_WORD_PREFIX_LENGTH,
                IndexFields.WORD_BEGINNING,
                IndexFields.NAME,
                IndexFields.OTHER_NAME);
    }

    private static Query of(String begun, int longest, String beginnings, String... wholes) {
        if (begun.length() <= longest) {
            return new ConstantScoreQuery(new TermQuery(new Term(beginnings, begun)));
        }
        List<Query> anywhere = Arrays.stream(wholes)
                .<Query>map(field -> new PrefixQuery(new Term(field, begun)))
                .toList();
        return new ConstantScoreQuery(new DisjunctionMaxQuery(anywhere, 0));
    }
}
