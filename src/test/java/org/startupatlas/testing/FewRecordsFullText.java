package org.startupatlas.testing;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import org.startupatlas.query.filter.RequiredCodes;
import org.startupatlas.query.lookup.FullText;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.search.index.SearchIndex;
import org.startupatlas.search.query.LuceneFullText;

/** The full-text search where a statement names three records at most, so that most words find more. */
@Alternative
@Singleton
public class FewRecordsFullText implements FullText {
    private static final int RECORDS = 3;

    private final FullText index;

    FewRecordsFullText(SearchIndex index) {
        this.index = new LuceneFullText(index, RECORDS);
    }

    @Override
    public <T> T find(ResourceSchema declaration, String words, List<RequiredCodes> narrowing, Use<T> use) {
        return index.find(declaration, words, narrowing, use);
    }
}
