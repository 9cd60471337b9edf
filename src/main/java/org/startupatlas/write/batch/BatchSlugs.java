package org.startupatlas.write.batch;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.startupatlas.query.lookup.BulkColumnLookup;
import org.startupatlas.query.lookup.FormerSlugRepository;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.validate.Slugs;
import org.startupatlas.write.validate.StoredSlugs;

/** The slugs that are taken for the records of a batch. The likely ones are looked up in one query. */
final class BatchSlugs implements Slugs.TakenSlugs {

    private final StoredSlugs storedSlugs;
    private final Set<String> prefetched;
    private final Map<String, String> holders = new HashMap<>();
    private final Set<String> former;

    /** Looks up the likely slugs; others are looked up one by one. */
    BatchSlugs(
            StoredSlugs storedSlugs,
            BulkColumnLookup columns,
            FormerSlugRepository formerSlugs,
            ResourceSchema schema,
            Collection<String> likely) {
        this.storedSlugs = storedSlugs;
        this.prefetched = new HashSet<>(likely);
        columns.find(schema, "slug", prefetched, prefetched.size())
                .forEach(match -> holders.put(match.slug(), match.id().toString()));
        this.former = formerSlugs.given(schema.resource(), prefetched);
    }

    @Override
    public boolean isTaken(ResourceSchema schema, String slug, String id) {
        String holder = holders.get(slug);
        if (holder != null) {
            return !holder.equals(id);
        }
        return prefetched.contains(slug) ? former.contains(slug) : storedSlugs.isTaken(schema, slug, id);
    }

    /** Returns whether the id or slug is a former one of any record. */
    boolean isFormer(String slug) {
        return former.contains(slug);
    }

    /** Assigns a slug to a record of the batch. */
    void assign(String slug, String id) {
        holders.put(slug, id);
    }
}
