package org.startupatlas.imports.file.table;

import java.util.ArrayList;
import java.util.List;

/** Builds a line cell by cell within the limits. Empty cells take no memory until one that is not empty follows. */
public final class LineBuilder {

    private final ReadingLimits limits;
    private final List<String> cells = new ArrayList<>();
    private int width;
    private long characters;
    private String fault;

    public LineBuilder(ReadingLimits limits) {
        this.limits = limits;
    }

    /** Adds empty cells. */
    public void skip(int count) {
        width = (int) Math.min(Integer.MAX_VALUE, (long) width + count);
    }

    /** Adds a cell whose text may have been cut to its first characters. */
    public void add(CharSequence text, long length) {
        characters += length;
        if (length > limits.cell()) {
            fail("cell-too-long");
        } else if (characters > limits.row()) {
            fail("row-too-long");
        } else if (length > 0 && width >= limits.columns() && !TableLine.isBlank(text.toString())) {
            fail("too-many-columns");
        } else if (length > 0 && width < limits.columns()) {
            while (cells.size() < width) {
                cells.add("");
            }
            cells.add(text.toString());
        }
        skip(1);
    }

    /** Marks the line with a problem, unless it has one. */
    public void fail(String code) {
        fault = fault == null ? code : fault;
    }

    /** Marks the line with a problem that matters more than any before: the end of the row is not known. */
    public void failForQuote(String code) {
        fault = code;
    }

    /** Returns the code of the problem; null if there is none. */
    public String fault() {
        return fault;
    }

    /** Returns the number of cells so far. */
    public int width() {
        return width;
    }

    /** Returns the line. */
    public TableLine build(long line, boolean isEnded) {
        return new TableLine(line, cells, width, fault, isEnded);
    }
}
