package org.startupatlas.imports.file;

/** A row could not be read because of an unexpected error. The rows after it can be read. */
public final class UnreadableRow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long number;
    private final long line;

    UnreadableRow(long number, long line, RuntimeException cause) {
        super("the row at line " + line + " could not be read", cause);
        this.number = number;
        this.line = line;
    }

    /** Returns the number of the row. */
    public long number() {
        return number;
    }

    /** Returns the line in which the row begins. */
    public long line() {
        return line;
    }
}
