package org.startupatlas.http.record;

import jakarta.inject.Singleton;
import org.startupatlas.changelog.read.ChangePage;
import org.startupatlas.changelog.read.ChangeReader;
import org.startupatlas.changelog.read.LoggedChange;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.query.lookup.ReferenceResolver;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.parameter.PointInTime;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.schema.ResourceSchema;

/** Reads past versions of records by their ids. The log keeps every version, also of deleted records. */
@Singleton
public final class PastRecords {

    private final ChangeReader log;
    private final ReferenceResolver references;

    PastRecords(ChangeReader log, ReferenceResolver references) {
        this.log = log;
        this.references = references;
    }

    /** Returns a page of the changes of a record. */
    public ChangePage history(ChangesQuery query, String id) {
        ResourceSchema schema = query.resource().orElseThrow();
        ChangePage page = log.readAfter(
                        query.start(),
                        query.filter(),
                        id,
                        new ChangeReader.Parts(
                                query.shows(ChangesQuery.RECORD), query.shows(ChangesQuery.CHANGED), false),
                        query.limit())
                .page(query.limit());
        if (page.changes().isEmpty() && log.earliest(schema.resource(), id).isEmpty()) {
            throw unknown(schema, id);
        }
        return page;
    }

    /** Returns a version of a record; {@code version} is the path segment as sent. */
    StoredRecord version(ResourceSchema schema, String id, String version) {
        // No record has a version number of more than nine digits.
        int number = version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
        return toRecord(
                log.version(schema.resource(), id, number).orElseThrow(() -> unknownVersion(schema, id, version)));
    }

    /** Returns the revision as which a version of a record was written. */
    public long revisionOf(ResourceSchema schema, String id, int version) {
        return log.version(schema.resource(), id, version)
                .orElseThrow(() -> unknown(schema, id))
                .revision();
    }

    private RejectedException unknownVersion(ResourceSchema schema, String id, String version) {
        LoggedChange latest = log.latest(schema.resource(), id).orElseThrow(() -> unknown(schema, id));
        return RejectedException.of(ProblemKind.UNKNOWN_VERSION, version, String.valueOf(latest.version()));
    }

    /** Returns a record as of a point in time. */
    public StoredRecord asOf(ResourceSchema schema, String id, PointInTime pointInTime) {
        return toRecord(
                log.asOf(pointInTime, schema.resource(), id).orElseThrow(() -> log.earliest(schema.resource(), id)
                        .map(first -> notYetCreated(id, first))
                        .orElseGet(() -> unknown(schema, id))));
    }

    private static RejectedException notYetCreated(String id, LoggedChange first) {
        return RejectedException.of(ProblemKind.NOT_YET_CREATED, id, String.valueOf(first.revision()));
    }

    private static StoredRecord toRecord(LoggedChange change) {
        if (change.document() == null) {
            throw RejectedException.of(ProblemKind.GONE, change.recordId(), String.valueOf(change.revision()));
        }
        return new StoredRecord(change.recordId(), change.version(), change.document());
    }

    private RejectedException unknown(ResourceSchema schema, String id) {
        return RejectedException.unknownRecord(
                schema.resource(), id, references.nearestSlug(schema, id).orElse(null));
    }
}
