package org.startupatlas.transfer.exports;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.startupatlas.http.CsvTable;
import org.startupatlas.http.Projection;
import org.startupatlas.http.StreamedAnswer;
import org.startupatlas.query.ExportQuery;
import org.startupatlas.query.Format;
import org.startupatlas.query.Register;
import org.startupatlas.query.Snapshot;
import org.startupatlas.query.SnapshotReader;
import org.startupatlas.query.Terms;
import org.startupatlas.record.RecordJson;

/** Exports the records of a resource. */
@Singleton
final class Exporter {

    private final SnapshotReader snapshots;
    private final Register register;
    private final Terms terms;
    private final ObjectMapper json;

    Exporter(SnapshotReader snapshots, Register register, Terms terms, ObjectMapper json) {
        this.snapshots = snapshots;
        this.register = register;
        this.terms = terms;
        this.json = json;
    }

    /** What a request asks for. */
    Export export(ExportQuery query) {
        Snapshot snapshot = snapshots.open(query);
        RecordPieces pieces = pieces(query, snapshot);
        return new Export(
                query.declaration().resource(),
                snapshot.revision(),
                query.format().code(),
                StreamedAnswer.contentType(query.format()),
                false,
                pieces,
                pieces::count);
    }

    /** The records of a snapshot, as a request asks for them. */
    RecordPieces pieces(ExportQuery query, Snapshot snapshot) {
        // A table takes of each record what it has columns for.
        boolean whole = query.format() == Format.CSV || query.shownFields().isEmpty();
        return new RecordPieces(snapshot, layout(query, snapshot), whole ? UnaryOperator.identity() : shown(query));
    }

    private static Layout layout(ExportQuery query, Snapshot snapshot) {
        return switch (query.format()) {
            case CSV -> new CsvLayout(CsvTable.of(query), query.byteOrderMark());
            case NDJSON -> new NdjsonLayout();
            case JSON -> new JsonLayout(snapshot.revision());
            case GEOJSON -> throw new IllegalArgumentException("no export is GeoJSON");
        };
    }

    private UnaryOperator<byte[]> shown(ExportQuery query) {
        Projection projection = new Projection(register, terms, null);
        List<String> fields = query.fields();
        return record -> projection
                .project(query.declaration(), RecordJson.read(json, record), fields)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
