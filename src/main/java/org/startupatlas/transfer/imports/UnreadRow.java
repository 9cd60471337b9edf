package org.startupatlas.transfer.imports;

/** What a row says could not be read, for a reason that was not foreseen; the rows behind it can be. */
final class UnreadRow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long number;
    private final long line;

    UnreadRow(long number, long line, RuntimeException why) {
        super("the row at line " + line + " could not be read", why);
        this.number = number;
        this.line = line;
    }

    /** The number of the row. */
    long number() {
        return number;
    }

    /** Where it begins in the file. */
    long line() {
        return line;
    }
}
