package org.startupatlas.testing;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import org.startupatlas.query.filter.RequiredCodes;
import org.startupatlas.query.lookup.FullText;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.search.index.SearchIndex;
import org.startupatlas.search.query.LuceneFullText;

/** A full-text search whose batches have three ids, so that most search texts find several batches. */
@Alternative
@Singleton
public class FewRecordsFullText implements FullText {
    private static final int RECORDS = 3;

    private final FullText index;

    FewRecordsFullText(SearchIndex index) {
        this.index = new LuceneFullText(index, RECORDS);
    }

    @Override
    public <T> T search(ResourceSchema schema, String searchText, List<RequiredCodes> requiredCodes, Reader<T> reader) {
        return index.search(schema, searchText, requiredCodes, reader);
    }
}
