package org.startupatlas.write;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.startupatlas.changelog.LockedRecord;
import org.startupatlas.query.lookup.FormerSlugRepository;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.sql.RetryException;
import org.startupatlas.write.request.IfMatch;
import org.startupatlas.write.request.WriteRequest;

/** Locks the records of a write, and checks that its actor may write them and has seen their current version. */
@Singleton
public class RecordLocks {

    private final Repositories repositories;
    private final RecordLookup records;
    private final FormerSlugRepository formerSlugs;
    private final Ownership ownership;
    private final ObjectMapper json;

    RecordLocks(
            Repositories repositories,
            RecordLookup records,
            FormerSlugRepository formerSlugs,
            Ownership ownership,
            ObjectMapper json) {
        this.repositories = repositories;
        this.records = records;
        this.formerSlugs = formerSlugs;
        this.ownership = ownership;
        this.json = json;
    }

    /**
     * Returns the id of the record that has, or had, this id or slug.
     *
     * @throws RejectedException if there is none, or if its former record was merged into another, which is not
     *     written in its place
     */
    Object id(ResourceSchema schema, String idOrSlug) {
        return find(schema, idOrSlug)
                .orElseThrow(() -> RejectedException.unknownRecord(schema.resource(), idOrSlug, null));
    }

    /** Returns the same, or empty if there is no such record. */
    public Optional<Object> find(ResourceSchema schema, String idOrSlug) {
        return records.find(schema, idOrSlug).map(StoredRecord::id).or(() -> formerSlugs
                .find(schema, idOrSlug)
                .flatMap(FormerSlugRepository.Former::current)
                .map(current -> renamed(schema, idOrSlug, current)));
    }

    private static Object renamed(ResourceSchema schema, String idOrSlug, FormerSlugRepository.Current current) {
        if (!current.isRenamed()) {
            throw RejectedException.merged(
                    idOrSlug,
                    current.description(schema),
                    new RejectedException.Survivor(current.id(), current.slug(), current.link(schema)));
        }
        return schema.id(current.id());
    }

    /** Returns the record to write, locked. */
    LockedRecord lock(WriteRequest write, String idOrSlug, IfMatch ifMatch) {
        ResourceSchema schema = write.schema();
        LockedRecord stored = lock(schema, id(schema, idOrSlug));
        Ownership.reject(ownership.violationOf(schema, write.actor(), stored.json()));
        ifMatch.require(stored.version());
        return stored;
    }

    /**
     * Returns the current state of a record without locking it.
     *
     * @throws RetryException if it was deleted meanwhile
     */
    ObjectNode read(ResourceSchema schema, Object id) {
        return records.find(schema, id.toString())
                .map(record -> RecordJson.read(json, record.json()))
                .orElseThrow(RetryException::changedBeforeLock);
    }

    /**
     * Returns the current state of a record, locked.
     *
     * @throws RetryException if it was deleted meanwhile
     */
    LockedRecord lock(ResourceSchema schema, Object id) {
        return repositories.of(schema).lock(id).orElseThrow(RetryException::changedBeforeLock);
    }
}
