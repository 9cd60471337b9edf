package org.startupatlas.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.export.format.CsvFormat;
import org.startupatlas.export.format.ExportFormat;
import org.startupatlas.export.format.JsonFormat;
import org.startupatlas.export.format.NdjsonFormat;
import org.startupatlas.export.format.RecordChunks;
import org.startupatlas.export.format.SingleChunk;
import org.startupatlas.export.format.ZipSource;
import org.startupatlas.http.format.CsvTable;
import org.startupatlas.http.format.Projection;
import org.startupatlas.http.response.StreamedResponse;
import org.startupatlas.query.ExportQuery;
import org.startupatlas.query.lookup.RecordHistory;
import org.startupatlas.query.parameter.PointInTime;
import org.startupatlas.query.snapshot.Snapshot;
import org.startupatlas.query.snapshot.SnapshotReader;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/** Exports the records of a resource, or those of all. */
@Singleton
final class Exporter {

    private final SnapshotReader snapshots;
    private final SchemaRegistry register;
    private final Vocabularies terms;
    private final ObjectMapper json;
    private final RecordHistory past;
    private final RevisionTracker watch;

    Exporter(
            SnapshotReader snapshots,
            SchemaRegistry register,
            Vocabularies terms,
            ObjectMapper json,
            RecordHistory past,
            RevisionTracker watch) {
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
        RecordChunks pieces = pieces(query, snapshot);
        return new Export(
                query.schema().resource(),
                snapshot.revision(),
                query.format().code(),
                StreamedResponse.contentType(query.format()),
                false,
                pieces,
                pieces::count);
    }

    /** All that there is, as of a moment, or as of the revision that this node has reached for null. */
    Export all(PointInTime asOf) {
        long revision = asOf == null ? watch.revision() : past.revision(asOf);
        Instant at = past.time(revision);
        DataPackage description = new DataPackage(json, revision, at);
        Count count = new Count();
        Stream<ZipSource.File> texts =
                Stream.of(file("README.md", description::readMe), file("LICENSE.txt", description::license));
        Stream<ZipSource.File> tables = register.declarations().stream().map(declaration -> {
            RecordChunks pieces = pieces(ExportQuery.table(declaration), snapshots.openAt(declaration, revision));
            return new ZipSource.File(DataPackage.path(declaration), pieces, digest -> {
                description.add(declaration, digest);
                count.add(pieces.count());
            });
        });
        // Last, because it tells the hashes of the tables.
        Stream<ZipSource.File> descriptor = Stream.of(file("datapackage.json", description::bytes));
        Iterator<ZipSource.File> files =
                Stream.of(texts, tables, descriptor).flatMap(each -> each).iterator();
        return new Export("all", revision, "zip", "application/zip", true, new ZipSource(files, at), count::number);
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

    private static ZipSource.File file(String name, Supplier<byte[]> text) {
        return new ZipSource.File(name, new SingleChunk(text), digest -> {
            // what it was is told nowhere
        });
    }

    /** The records of a snapshot, as a request asks for them. */
    RecordChunks pieces(ExportQuery query, Snapshot snapshot) {
        // A table takes of each record what it has columns for, and texts in three languages are taken as they are.
        boolean whole = query.language() == null
                && (query.format() == Format.CSV || query.shownFields().isEmpty());
        return new RecordChunks(snapshot, layout(query, snapshot), whole ? UnaryOperator.identity() : shown(query));
    }

    private static ExportFormat layout(ExportQuery query, Snapshot snapshot) {
        return switch (query.format()) {
            case CSV -> new CsvFormat(CsvTable.of(query), query.byteOrderMark());
            case NDJSON -> new NdjsonFormat();
            case JSON -> new JsonFormat(snapshot.revision());
            case GEOJSON, JSONLD -> throw new IllegalArgumentException("no export is " + query.format());
        };
    }

    private UnaryOperator<byte[]> shown(ExportQuery query) {
        Projection projection = new Projection(register, terms, query.language());
        List<String> fields = query.fields();
        return record -> projection
                .project(query.schema(), RecordJson.read(json, record), fields)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
