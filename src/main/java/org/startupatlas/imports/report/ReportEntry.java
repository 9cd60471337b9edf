package org.startupatlas.imports.report;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is told of a row.
 *
 * @param recordId of the record whose values are repeated; null where there is none
 */
public record ReportEntry(long rowNumber, ReportRow.Kind kind, String recordId, ObjectNode document) {}
