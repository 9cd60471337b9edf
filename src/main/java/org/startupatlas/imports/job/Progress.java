package org.startupatlas.imports.job;

import java.util.List;
import org.startupatlas.imports.report.ReportEntry;

/**
 * The progress of a job after a batch.
 *
 * @param rows the counts of the whole job
 * @param bytesRead the bytes read of the file as it is stored
 * @param reportEntries the report entries of the batch
 */
record Progress(RowCounts rows, long bytesRead, List<ReportEntry> reportEntries) {

    Progress {
        reportEntries = List.copyOf(reportEntries);
    }
}
