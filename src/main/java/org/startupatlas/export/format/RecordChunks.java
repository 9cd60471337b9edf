package org.startupatlas.export.format;

import java.util.List;
import java.util.function.UnaryOperator;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.snapshot.Snapshot;

/** Writes the records of a snapshot in an export format; each chunk has a batch of records. */
public final class RecordChunks implements ChunkSource {

    private final Snapshot snapshot;
    private final ExportFormat format;
    private final UnaryOperator<byte[]> projection;
    private long count;
    private boolean hasStarted;
    private boolean hasEnded;

    /**
     * Creates a source of the records of a snapshot.
     *
     * @param projection selects the fields of a record's JSON
     */
    public RecordChunks(Snapshot snapshot, ExportFormat format, UnaryOperator<byte[]> projection) {
        this.snapshot = snapshot;
        this.format = format;
        this.projection = projection;
    }

    /** Returns the number of records written so far. */
    public long count() {
        return count;
    }

    @Override
    public byte[] next() {
        if (hasEnded) {
            return new byte[0];
        }
        byte[] chunk = hasStarted ? new byte[0] : format.beginning();
        hasStarted = true;
        do {
            // A format that compresses may have no bytes of a batch yet.
            chunk = Bytes.concat(chunk, batch());
        } while (chunk.length == 0 && !hasEnded);
        return chunk;
    }

    private byte[] batch() {
        List<byte[]> records =
                snapshot.next().stream().map(StoredRecord::json).map(projection).toList();
        if (records.isEmpty()) {
            hasEnded = true;
            return format.end();
        }
        boolean isFirst = count == 0;
        count += records.size();
        return format.records(records, isFirst);
    }
}
