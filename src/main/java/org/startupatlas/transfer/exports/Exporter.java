package org.startupatlas.transfer.exports;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.startupatlas.change.RevisionWatch;
import org.startupatlas.http.CsvTable;
import org.startupatlas.http.Projection;
import org.startupatlas.http.StreamedAnswer;
import org.startupatlas.query.ExportQuery;
import org.startupatlas.query.Format;
import org.startupatlas.query.Moment;
import org.startupatlas.query.Past;
import org.startupatlas.query.Register;
import org.startupatlas.query.Snapshot;
import org.startupatlas.query.SnapshotReader;
import org.startupatlas.query.Terms;
import org.startupatlas.record.RecordJson;

/** Exports the records of a resource, or those of all. */
@Singleton
final class Exporter {

    private final SnapshotReader snapshots;
    private final Register register;
    private final Terms terms;
    private final ObjectMapper json;
    private final Past past;
    private final RevisionWatch watch;

    Exporter(
            SnapshotReader snapshots,
            Register register,
            Terms terms,
            ObjectMapper json,
            Past past,
            RevisionWatch watch) {
        this.snapshots = snapshots;
        this.past = past;
        this.watch = watch;
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

    /** All that there is, as of a moment, or as of the revision that this node has reached for null. */
    Export all(Moment asOf) {
        long revision = asOf == null ? watch.revision() : past.revision(asOf);
        Instant at = past.time(revision);
        DataPackage description = new DataPackage(json, revision, at);
        Count count = new Count();
        Stream<ZippedPieces.File> texts =
                Stream.of(file("README.md", description::readMe), file("LICENSE.txt", description::license));
        Stream<ZippedPieces.File> tables = register.declarations().stream().map(declaration -> {
            RecordPieces pieces = pieces(ExportQuery.table(declaration), snapshots.openAt(declaration, revision));
            return new ZippedPieces.File(DataPackage.path(declaration), pieces, digest -> {
                description.add(declaration, digest);
                count.add(pieces.count());
            });
        });
        // Last, because it tells the hashes of the tables.
        Stream<ZippedPieces.File> descriptor = Stream.of(file("datapackage.json", description::bytes));
        Iterator<ZippedPieces.File> files =
                Stream.of(texts, tables, descriptor).flatMap(each -> each).iterator();
        return new Export("all", revision, "zip", "application/zip", true, new ZippedPieces(files, at), count::number);
    }

    /** How many records are in the tables so far. */
    private static final class Count {
        private long number;

        void add(long more) {
            number += more;
        }

        long number() {
            return number;
        }
    }

    private static ZippedPieces.File file(String name, Supplier<byte[]> text) {
        return new ZippedPieces.File(name, new OnePiece(text), digest -> {
            // what it was is told nowhere
        });
    }

    /** The records of a snapshot, as a request asks for them. */
    RecordPieces pieces(ExportQuery query, Snapshot snapshot) {
        // A table takes of each record what it has columns for, and texts in three languages are taken as they are.
        boolean whole = query.language() == null
                && (query.format() == Format.CSV || query.shownFields().isEmpty());
        return new RecordPieces(snapshot, layout(query, snapshot), whole ? UnaryOperator.identity() : shown(query));
    }

    private static Layout layout(ExportQuery query, Snapshot snapshot) {
        return switch (query.format()) {
            case CSV -> new CsvLayout(CsvTable.of(query), query.byteOrderMark());
            case NDJSON -> new NdjsonLayout();
            case JSON -> new JsonLayout(snapshot.revision());
            case GEOJSON, JSONLD -> throw new IllegalArgumentException("no export is " + query.format());
        };
    }

    private UnaryOperator<byte[]> shown(ExportQuery query) {
        Projection projection = new Projection(register, terms, query.language());
        List<String> fields = query.fields();
        return record -> projection
                .project(query.declaration(), RecordJson.read(json, record), fields)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
