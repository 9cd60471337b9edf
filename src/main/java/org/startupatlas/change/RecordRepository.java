package org.startupatlas.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.startupatlas.query.Declaration;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.RecordEntity;
import org.startupatlas.record.RecordJson;

/**
 * Writes the records of one resource: the row, and the change that tells of it, in one transaction.
 *
 * @param <E> the rows
 * @param <R> the records
 * @param <I> the ids: UUIDs or words
 */
public abstract class RecordRepository<E extends RecordEntity, R extends AtlasRecord, I>
        implements PanacheRepositoryBase<E, I> {

    private final Declaration declaration;
    private final Class<R> recordType;
    private final ChangeLog log;
    private final ObjectMapper json;

    protected RecordRepository(Declaration declaration, Class<R> recordType, ChangeLog log, ObjectMapper json) {
        this.declaration = declaration;
        this.recordType = recordType;
        this.log = log;
        this.json = json;
    }

    /** What the records are. */
    public Declaration declaration() {
        return declaration;
    }

    /** What the JSON of a record is read into. */
    public Class<R> recordType() {
        return recordType;
    }

    /** A row with everything of the record but its version, times and JSON. */
    protected abstract E toRow(R record);

    /** Creates records, in this order, as one block of changes of the current transaction. */
    public void create(List<R> records) {
        List<E> rows = records.stream().map(this::toRow).toList();
        log.append(at -> {
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                String document = document(records.get(i), 1, at, at);
                rows.get(i).stamp(1, at, at, document);
                persist(rows.get(i));
                changes.add(
                        Change.created(declaration.resource(), records.get(i).idText(), document));
            }
            return changes;
        });
    }

    /** The JSON of a record as that version of it. */
    private String document(R record, int version, Instant createdAt, Instant updatedAt) {
        ObjectNode node = json.valueToTree(record);
        node.put("version", version);
        node.put("created_at", RecordJson.time(createdAt));
        node.put("updated_at", RecordJson.time(updatedAt));
        return node.toString();
    }
}
