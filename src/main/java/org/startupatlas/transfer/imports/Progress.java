package org.startupatlas.transfer.imports;

import java.util.List;

/**
 * How far a job has come with a block.
 *
 * @param rows of the whole job
 * @param bytesRead of the file
 * @param told what there is to report of the block
 */
record Progress(RowCounts rows, long bytesRead, List<Told> told) {

    Progress {
        told = List.copyOf(told);
    }
}
