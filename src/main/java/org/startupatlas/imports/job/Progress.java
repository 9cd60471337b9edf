package org.startupatlas.imports.job;

import java.util.List;
import org.startupatlas.imports.report.ReportEntry;

/**
 * How far a job has come with a block.
 *
 * @param rows of the whole job
 * @param bytesRead of the file
 * @param told what there is to report of the block
 */
record Progress(RowCounts rows, long bytesRead, List<ReportEntry> told) {

    Progress {
        told = List.copyOf(told);
    }
}
