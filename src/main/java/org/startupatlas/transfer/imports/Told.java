package org.startupatlas.transfer.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is told of a row.
 *
 * @param recordId of the record whose values are repeated; null where there is none
 */
record Told(long rowNumber, Finding.Kind kind, String recordId, ObjectNode document) {}
