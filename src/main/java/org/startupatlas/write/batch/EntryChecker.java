package org.startupatlas.write.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.inject.Singleton;
import java.util.List;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.MergePatch;
import org.startupatlas.write.Repositories;
import org.startupatlas.write.batch.BatchWriter.Entry;
import org.startupatlas.write.request.Actor;
import org.startupatlas.write.validate.RecordFactory;
import org.startupatlas.write.validate.Slugs;
import org.startupatlas.write.validate.StoredSlugs;

/** Tells what is wrong with an entry that is not written, without locking its record. */
@Singleton
final class EntryChecker {

    private final Repositories repositories;
    private final RecordFactory recordFactory;
    private final RecordLookup records;
    private final StoredSlugs storedSlugs;
    private final ObjectMapper json;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    EntryChecker(
            Repositories repositories,
            RecordFactory recordFactory,
            RecordLookup records,
            StoredSlugs storedSlugs,
            ObjectMapper json) {
        this.repositories = repositories;
        this.recordFactory = recordFactory;
        this.records = records;
        this.storedSlugs = storedSlugs;
        this.json = json;
    }

    List<Violation> violations(ResourceSchema schema, Actor actor, Entry entry) {
        RecordRepository<?, ?, ?> repository = repositories.of(schema);
        try {
            if (entry.isNew()) {
                create(repository, actor, entry);
            } else {
                records.find(schema, List.of(entry.existing()))
                        .forEach(stored -> update(repository, actor, entry, RecordJson.read(json, stored.json())));
            }
            return List.of();
        } catch (RejectedException rejected) {
            return rejected.kind() == ProblemKind.INVALID_RECORD ? rejected.violations() : List.of();
        }
    }

    private void create(RecordRepository<?, ?, ?> repository, Actor actor, Entry entry) {
        String id = entry.id() == null ? ids.generate().toString() : entry.id();
        RecordFactory.Draft draft =
                recordFactory.draft(repository, entry.additions().to(entry.values()), id);
        // A generated slug is none that anybody gets.
        Slugs slugs = new Slugs(draft.hasSlug() ? storedSlugs : (schema, slug, record) -> false);
        recordFactory.complete(repository, draft, actor, slugs, id);
    }

    private void update(RecordRepository<?, ?, ?> repository, Actor actor, Entry entry, ObjectNode stored) {
        ObjectNode merged = MergePatch.apply(stored, entry.patch().apply(stored));
        recordFactory.replace(repository, entry.additions().to(merged), stored, actor);
    }
}
