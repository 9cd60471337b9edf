package org.startupatlas.reconcile.match;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.reconcile.entity.Entity;
import org.startupatlas.record.NameKeys;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.search.index.SearchIndex;
import org.startupatlas.search.query.ParsedQuery;
import org.startupatlas.search.query.SearchQueryBuilder;
import org.startupatlas.search.query.SuggestQueryBuilder;
import org.startupatlas.search.query.TopHits;

/** Finds entities by their names, misspelt ones too, in the search index. */
@Singleton
public final class NameIndex {

    private final SearchIndex index;

    NameIndex(SearchIndex index) {
        this.index = index;
    }

    /** Returns whether a text has something by which names are found. */
    public static boolean isSearchable(String text) {
        return text.length() <= QueryLimits.MAX_SEARCH_LENGTH
                && text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Returns the entities with names that may be meant by a text, at most {@code max} of each way of searching. */
    Set<Entity.Key> similar(String text, List<ResourceSchema> types, int max) {
        return index.search((searcher, state) -> {
            Set<Entity.Key> found = new LinkedHashSet<>();
            for (String form : forms(text)) {
                ParsedQuery query = ParsedQuery.of(form);
                found.addAll(best(searcher, new SuggestQueryBuilder(query).queries(types), types, max));
                found.addAll(best(searcher, new SearchQueryBuilder(searcher, query).queries(types), types, max));
            }
            return found;
        });
    }

    /** Returns a text and, if it has a legal form, which records seldom have, its key without that. */
    private static List<String> forms(String text) {
        String key = NameKeys.of(text).match();
        boolean isSearched = !isSearchable(key) || ParsedQuery.of(text).joined().contains(key);
        return isSearched ? List.of(text) : List.of(text, key);
    }

    /** Returns the entities with names that begin with a text, the likeliest first. */
    public List<Entity.Key> beginningWith(String prefix, List<ResourceSchema> types, int max) {
        return index.search((searcher, state) ->
                best(searcher, new SuggestQueryBuilder(ParsedQuery.of(prefix)).queries(types), types, max));
    }

    private static List<Entity.Key> best(
            IndexSearcher searcher, List<Query> queries, List<ResourceSchema> types, int max) throws IOException {
        Map<String, ResourceSchema> schemas =
                types.stream().collect(Collectors.toMap(ResourceSchema::resource, Function.identity()));
        List<Entity.Key> keys = new ArrayList<>();
        for (TopHits.Hit hit : new TopHits(searcher, queries).best(max)) {
            keys.add(new Entity.Key(schemas.get(hit.resource()), hit.id()));
        }
        return keys;
    }
}
