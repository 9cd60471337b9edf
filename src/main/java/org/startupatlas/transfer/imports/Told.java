package org.startupatlas.transfer.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is told of a row. */
record Told(long rowNumber, Finding.Kind kind, ObjectNode document) {}
