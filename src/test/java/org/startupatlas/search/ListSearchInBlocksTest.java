package org.startupatlas.search;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.startupatlas.query.filter.RequiredCodes;
import org.startupatlas.query.lookup.FullText;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.search.index.SearchIndex;
import org.startupatlas.search.query.LuceneFullText;

/** The same where words find more than a statement can name: here that is three records, so most words do. */
@QuarkusTest
@TestProfile(ListSearchInBlocksTest.InBlocks.class)
class ListSearchInBlocksTest extends ListSearchTest {

    /** The application with statements that can name three records. */
    public static final class InBlocks implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(ThreeAtATime.class);
        }
    }

    @Alternative
    @Singleton
    static class ThreeAtATime implements FullText {
        private final FullText index;

        ThreeAtATime(SearchIndex index) {
            this.index = new LuceneFullText(index, 3);
        }

        @Override
        public <T> T search(ResourceSchema declaration, String words, List<RequiredCodes> narrowing, Reader<T> use) {
            return index.search(declaration, words, narrowing, use);
        }
    }
}
