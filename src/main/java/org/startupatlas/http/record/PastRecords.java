package org.startupatlas.http.record;

import jakarta.inject.Singleton;
import org.startupatlas.changelog.read.ChangePage;
import org.startupatlas.changelog.read.ChangeReader;
import org.startupatlas.changelog.read.LoggedChange;
import org.startupatlas.http.problem.ProblemException;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.query.lookup.ReferenceResolver;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.parameter.PointInTime;
import org.startupatlas.schema.ResourceSchema;

/** What records were, by their ids: the log keeps every version, also of records that are no more. */
@Singleton
final class PastRecords {

    private final ChangeReader log;
    private final ReferenceResolver lookup;

    PastRecords(ChangeReader log, ReferenceResolver lookup) {
        this.log = log;
        this.lookup = lookup;
    }

    /** A page of a record's changes. */
    ChangePage history(ChangesQuery query, String id) {
        ResourceSchema declaration = query.resource().orElseThrow();
        ChangePage page = log.readAfter(
                        query.start(),
                        query.filter(),
                        id,
                        new ChangeReader.Parts(
                                query.shows(ChangesQuery.RECORD), query.shows(ChangesQuery.CHANGED), false),
                        query.limit())
                .page(query.limit());
        if (page.changes().isEmpty() && log.earliest(declaration.resource(), id).isEmpty()) {
            throw unknown(declaration, id);
        }
        return page;
    }

    /** A version of a record, as the path names it. */
    StoredRecord version(ResourceSchema declaration, String id, String version) {
        // More than nine digits are more than any record has versions.
        int number = version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
        return row(log.version(declaration.resource(), id, number)
                .orElseThrow(() -> ProblemException.unknownVersion(
                        version,
                        log.latest(declaration.resource(), id)
                                .orElseThrow(() -> unknown(declaration, id))
                                .version())));
    }

    /** A record as it was at a moment. */
    StoredRecord asOf(ResourceSchema declaration, String id, PointInTime moment) {
        return row(
                log.asOf(moment, declaration.resource(), id).orElseThrow(() -> log.earliest(declaration.resource(), id)
                        .map(first -> ProblemException.notYetCreated(id, first.revision()))
                        .orElseGet(() -> unknown(declaration, id))));
    }

    private static StoredRecord row(LoggedChange change) {
        if (change.document() == null) {
            throw ProblemException.gone(change.recordId(), change.revision());
        }
        return new StoredRecord(change.recordId(), change.version(), change.document());
    }

    private ProblemException unknown(ResourceSchema declaration, String id) {
        return ProblemException.unknownRecord(
                declaration.resource(), id, lookup.nearestSlug(declaration, id).orElse(null));
    }
}
