package org.startupatlas.write;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.startupatlas.changelog.LockedRecord;
import org.startupatlas.query.lookup.FormerSlugs;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.request.IfMatch;
import org.startupatlas.write.request.WriteRejectedException;
import org.startupatlas.write.request.WriteRejectedException.Reason;
import org.startupatlas.write.request.WriteRequest;

/** Locks the records that a write is about, if its author may write them and has seen what they are. */
@Singleton
public class RecordLocks {

    private final Repositories repositories;
    private final RecordLookup records;
    private final FormerSlugs formerNames;
    private final Ownership ownership;
    private final ObjectMapper json;

    RecordLocks(
            Repositories repositories,
            RecordLookup records,
            FormerSlugs formerNames,
            Ownership ownership,
            ObjectMapper json) {
        this.repositories = repositories;
        this.records = records;
        this.formerNames = formerNames;
        this.ownership = ownership;
        this.json = json;
    }

    /**
     * The id of the record that has, or had, this id or slug.
     *
     * @throws Refusal if there is none, or if the record that had it was merged into another, which is not written in
     *     its place
     */
    Object id(ResourceSchema declaration, String idOrSlug) {
        return find(declaration, idOrSlug)
                .orElseThrow(() -> WriteRejectedException.of(Reason.UNKNOWN, declaration.resource(), idOrSlug));
    }

    /** The same, or empty if there is no such record. */
    public Optional<Object> find(ResourceSchema declaration, String idOrSlug) {
        return records.find(declaration, idOrSlug).map(StoredRecord::id).or(() -> formerNames
                .find(declaration, idOrSlug)
                .flatMap(FormerSlugs.Former::current)
                .map(current -> renamed(declaration, idOrSlug, current)));
    }

    private static Object renamed(ResourceSchema declaration, String idOrSlug, FormerSlugs.Current current) {
        if (!current.isRenamed()) {
            throw WriteRejectedException.of(
                    Reason.MERGED,
                    idOrSlug,
                    current.description(declaration),
                    current.id(),
                    current.slug(),
                    current.link(declaration));
        }
        return declaration.hasWordsAsIds() ? current.id() : UUID.fromString(current.id());
    }

    /** The record that is written, locked. */
    LockedRecord lock(WriteRequest write, String idOrSlug, IfMatch seen) {
        ResourceSchema declaration = write.schema();
        LockedRecord stored = lock(declaration, id(declaration, idOrSlug));
        Ownership.refuse(ownership.faultOf(declaration, write.actor(), stored.json()));
        seen.require(stored.version());
        return stored;
    }

    /** A record that was there a moment ago, as it is now, not locked. */
    ObjectNode read(ResourceSchema declaration, Object id) {
        return records.find(declaration, id.toString())
                .map(row -> RecordJson.read(json, row.json()))
                .orElseThrow(RetryException::new);
    }

    /** A record that was there a moment ago, locked. */
    LockedRecord lock(ResourceSchema declaration, Object id) {
        return repositories.of(declaration).lock(id).orElseThrow(RetryException::new);
    }
}
