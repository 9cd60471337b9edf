package org.startupatlas.writing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.startupatlas.change.Stored;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.FormerNames;
import org.startupatlas.query.RecordReader;
import org.startupatlas.query.Row;
import org.startupatlas.record.RecordJson;
import org.startupatlas.writing.Refusal.Reason;

/** Locks the records that a write is about, if its author may write them and has seen what they are. */
@Singleton
class RecordLocks {

    private final Repositories repositories;
    private final RecordReader records;
    private final FormerNames formerNames;
    private final Ownership ownership;
    private final ObjectMapper json;

    RecordLocks(
            Repositories repositories,
            RecordReader records,
            FormerNames formerNames,
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
    Object id(Declaration declaration, String idOrSlug) {
        return find(declaration, idOrSlug)
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN, declaration.resource(), idOrSlug));
    }

    /** The same, or empty if there is no such record. */
    Optional<Object> find(Declaration declaration, String idOrSlug) {
        return records.find(declaration, idOrSlug).map(Row::id).or(() -> formerNames
                .find(declaration, idOrSlug)
                .flatMap(FormerNames.Former::current)
                .map(current -> renamed(declaration, idOrSlug, current)));
    }

    private static Object renamed(Declaration declaration, String idOrSlug, FormerNames.Current current) {
        if (!current.isRenamed()) {
            throw Refusal.of(
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
    Stored lock(Write write, String idOrSlug, IfMatch seen) {
        Declaration declaration = write.declaration();
        Stored stored = lock(declaration, id(declaration, idOrSlug));
        Ownership.refuse(ownership.faultOf(declaration, write.author(), stored.json()));
        seen.require(stored.version());
        return stored;
    }

    /** A record that was there a moment ago, as it is now, not locked. */
    ObjectNode read(Declaration declaration, Object id) {
        return records.find(declaration, id.toString())
                .map(row -> RecordJson.read(json, row.json()))
                .orElseThrow(Overtaken::new);
    }

    /** A record that was there a moment ago, locked. */
    Stored lock(Declaration declaration, Object id) {
        return repositories.of(declaration).lock(id).orElseThrow(Overtaken::new);
    }
}
