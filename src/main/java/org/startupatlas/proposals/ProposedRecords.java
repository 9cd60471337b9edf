package org.startupatlas.proposals;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.startupatlas.query.lookup.FormerSlugRepository;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.RecordLocks;

/** Finds the records that proposals are for. */
@Singleton
class ProposedRecords {

    private final RecordLocks records;
    private final FormerSlugRepository formerSlugs;

    ProposedRecords(RecordLocks records, FormerSlugRepository formerSlugs) {
        this.records = records;
        this.formerSlugs = formerSlugs;
    }

    /**
     * Returns the id of a record; empty if there never was one.
     *
     * @throws RejectedException if it was merged into another or deleted
     */
    Optional<Object> find(ResourceSchema schema, String idOrSlug) {
        Optional<Object> id = records.find(schema, idOrSlug);
        if (id.isEmpty()) {
            formerSlugs.find(schema, idOrSlug).ifPresent(former -> {
                throw RejectedException.of(ProblemKind.GONE, idOrSlug, String.valueOf(former.revision()));
            });
        }
        return id;
    }
}
