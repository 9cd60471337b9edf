package org.startupatlas.imports.report;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An entry of a report, before it is stored.
 *
 * @param recordId the id of the record whose values the document contains; null if there is none
 * @param document the JSON made by {@link ReportRowJson}
 */
public record ReportEntry(long rowNumber, ReportRow.Kind kind, String recordId, ObjectNode document) {}
