package org.startupatlas.imports;

import java.util.List;
import java.util.UUID;

/** The response to a dry run of the deletion of a report. */
record DeletedReport(List<Deletion> data, Meta meta) {

    static final String EXAMPLE =
            """
            {"data":[{"op":"deleted","resource":"imports","id":"019dadd7-e400-7000-8000-00000000000a",\
            "report_entries":2}],"meta":{"dry_run":true}}""";

    record Deletion(String op, String resource, UUID id, long reportEntries) {}

    record Meta(boolean dryRun) {}

    static DeletedReport of(UUID job, long entries) {
        return new DeletedReport(List.of(new Deletion("deleted", "imports", job, entries)), new Meta(true));
    }
}
