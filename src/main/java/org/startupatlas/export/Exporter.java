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
import org.startupatlas.export.format.ExportFormat;
import org.startupatlas.export.format.JsonFormat;
import org.startupatlas.export.format.NdjsonFormat;
import org.startupatlas.export.format.RecordChunks;
import org.startupatlas.export.format.SingleChunk;
import org.startupatlas.export.format.TableFormat;
import org.startupatlas.export.format.ZipSource;
import org.startupatlas.http.format.Projection;
import org.startupatlas.http.format.RecordTable;
import org.startupatlas.http.format.TableWriter;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.query.ExportQuery;
import org.startupatlas.query.lookup.RecordHistory;
import org.startupatlas.query.parameter.PointInTime;
import org.startupatlas.query.snapshot.Snapshot;
import org.startupatlas.query.snapshot.SnapshotReader;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/** Creates the exports of one resource or of all. */
@Singleton
final class Exporter {

    private final SnapshotReader snapshots;
    private final SchemaRegistry registry;
    private final Vocabularies vocabularies;
    private final ObjectMapper json;
    private final RecordHistory history;
    private final RevisionTracker revisions;

    Exporter(
            SnapshotReader snapshots,
            SchemaRegistry registry,
            Vocabularies vocabularies,
            ObjectMapper json,
            RecordHistory history,
            RevisionTracker revisions) {
        this.snapshots = snapshots;
        this.history = history;
        this.revisions = revisions;
        this.registry = registry;
        this.vocabularies = vocabularies;
        this.json = json;
    }

    /** Returns the export of a query. */
    Export export(ExportQuery query) {
        Snapshot snapshot = snapshots.open(query);
        RecordChunks chunks = chunks(query, snapshot);
        return new Export(
                query.schema().resource(),
                snapshot.revision(),
                query.format().code(),
                ResponseBuilder.contentType(query.format()).toString(),
                query.format().isCompressed(),
                chunks,
                chunks::count);
    }

    /**
     * Returns the data package of all resources at a point in time; for null, at the revision that this node has
     * reached.
     */
    Export exportAll(PointInTime asOf) {
        long revision = asOf == null ? revisions.revision() : history.revision(asOf);
        Instant at = history.time(revision);
        DataPackage dataPackage = new DataPackage(json, revision, at);
        RecordCount recordCount = new RecordCount();
        Stream<ZipSource.File> textFiles =
                Stream.of(file("README.md", dataPackage::readMe), file("LICENSE.txt", dataPackage::license));
        Stream<ZipSource.File> tables = registry.schemas().stream().map(schema -> {
            RecordChunks chunks = chunks(ExportQuery.table(schema), snapshots.openAt(schema, revision));
            return new ZipSource.File(DataPackage.path(schema), chunks, digest -> {
                dataPackage.add(schema, digest);
                recordCount.add(chunks.count());
            });
        });
        // Last, because it contains the hashes of the tables.
        Stream<ZipSource.File> descriptor = Stream.of(file("datapackage.json", dataPackage::descriptor));
        Iterator<ZipSource.File> files =
                Stream.of(textFiles, tables, descriptor).flatMap(each -> each).iterator();
        return new Export(
                "all", revision, "zip", "application/zip", true, new ZipSource(files, at), recordCount::number);
    }

    /** Counts the records written to the tables so far. */
    private static final class RecordCount {
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
            // the descriptor has no hashes of these files
        });
    }

    /** Returns the records of a snapshot in the format of a query. */
    RecordChunks chunks(ExportQuery query, Snapshot snapshot) {
        // Tables select the fields by their columns, and texts in all languages need no projection.
        boolean isUnchanged = query.language() == null
                && (query.format().isTable() || query.shownFields().isEmpty());
        return new RecordChunks(
                snapshot, format(query, snapshot), isUnchanged ? UnaryOperator.identity() : projection(query));
    }

    private static ExportFormat format(ExportQuery query, Snapshot snapshot) {
        return switch (query.format()) {
            case CSV, XLSX -> table(query);
            case NDJSON -> new NdjsonFormat();
            case JSON -> new JsonFormat(snapshot.revision());
            case GEOJSON, JSONLD -> throw new IllegalArgumentException("no export is " + query.format());
        };
    }

    private static ExportFormat table(ExportQuery query) {
        RecordTable table = RecordTable.of(query);
        return new TableFormat(
                table,
                query.byteOrderMark()
                        ? TableWriter.csv(table.head(), true)
                        : TableWriter.of(query.format(), table.head()));
    }

    private UnaryOperator<byte[]> projection(ExportQuery query) {
        Projection projection = new Projection(registry, vocabularies, query.language());
        List<String> fields = query.fields();
        return record -> projection
                .project(query.schema(), RecordJson.read(json, record), fields)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
