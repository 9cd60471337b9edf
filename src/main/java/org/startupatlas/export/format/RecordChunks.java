package org.startupatlas.export.format;

import java.util.List;
import java.util.function.UnaryOperator;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.snapshot.Snapshot;

/** The records of a snapshot as bytes, a block of records at a time. */
public final class RecordChunks implements ChunkSource {

    private final Snapshot snapshot;
    private final ExportFormat layout;
    private final UnaryOperator<byte[]> shown;
    private long count;
    private boolean begun;
    private boolean ended;

    /**
     * Writes a snapshot.
     *
     * @param shown makes of a record's JSON what is shown of it
     */
    public RecordChunks(Snapshot snapshot, ExportFormat layout, UnaryOperator<byte[]> shown) {
        this.snapshot = snapshot;
        this.layout = layout;
        this.shown = shown;
    }

    /** How many records have been written. */
    public long count() {
        return count;
    }

    @Override
    public byte[] next() {
        if (ended) {
            return new byte[0];
        }
        byte[] before = begun ? new byte[0] : layout.beginning();
        begun = true;
        return Bytes.together(before, block());
    }

    private byte[] block() {
        List<byte[]> records =
                snapshot.next().stream().map(StoredRecord::json).map(shown).toList();
        if (records.isEmpty()) {
            ended = true;
            return layout.end();
        }
        boolean first = count == 0;
        count += records.size();
        return layout.records(records, first);
    }
}
