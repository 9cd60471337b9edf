package org.startupatlas.write.validate;

import jakarta.inject.Singleton;
import org.startupatlas.query.lookup.FormerSlugRepository;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.schema.ResourceSchema;

/** The current and former slugs of records, each looked up in the database. */
@Singleton
public final class StoredSlugs implements Slugs.TakenSlugs {

    private final RecordLookup records;
    private final FormerSlugRepository formerSlugs;

    StoredSlugs(RecordLookup records, FormerSlugRepository formerSlugs) {
        this.records = records;
        this.formerSlugs = formerSlugs;
    }

    @Override
    public boolean isTaken(ResourceSchema schema, String slug, String id) {
        return records.find(schema, slug)
                        .filter(record -> !record.id().toString().equals(id))
                        .isPresent()
                || formerSlugs.isTaken(schema.resource(), slug, id);
    }
}
