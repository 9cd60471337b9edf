package org.startupatlas.imports.file;

/** What a row says could not be read, for a reason that was not foreseen; the rows behind it can be. */
public final class UnreadableRow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long number;
    private final long line;

    UnreadableRow(long number, long line, RuntimeException why) {
        super("the row at line " + line + " could not be read", why);
        this.number = number;
        this.line = line;
    }

    /** The number of the row. */
    public long number() {
        return number;
    }

    /** Where it begins in the file. */
    public long line() {
        return line;
    }
}
