package org.startupatlas.write.validate;

import jakarta.inject.Singleton;
import org.startupatlas.changelog.FormerSlugRepository;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.schema.ResourceSchema;

/** The names that records have and had, each asked of the database. */
@Singleton
public final class StoredSlugs implements Slugs.TakenNames {

    private final RecordLookup records;
    private final FormerSlugRepository formerNames;

    StoredSlugs(RecordLookup records, FormerSlugRepository formerNames) {
        this.records = records;
        this.formerNames = formerNames;
    }

    @Override
    public boolean isTaken(ResourceSchema declaration, String name, String id) {
        return records.find(declaration, name)
                        .filter(row -> !row.id().toString().equals(id))
                        .isPresent()
                || formerNames.isTaken(declaration.resource(), name, id);
    }
}
