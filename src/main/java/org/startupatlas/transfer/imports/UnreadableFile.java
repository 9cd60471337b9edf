package org.startupatlas.transfer.imports;

import java.util.List;

/** A file that cannot be read, or no further than to a line. */
final class UnreadableFile extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> arguments;
    private final long line;

    /**
     * @param line where reading ended, from 1; 0 for the file as a whole
     * @param code stable, kebab-case; also the key of the sentence that explains it
     * @param arguments what the sentence names
     */
    UnreadableFile(long line, String code, String... arguments) {
        super(code + " " + List.of(arguments) + " at line " + line);
        this.code = code;
        this.arguments = List.of(arguments);
        this.line = line;
    }

    /** Stable, kebab-case; also the key of the sentence that explains it. */
    String code() {
        return code;
    }

    /** What the sentence names. */
    List<String> arguments() {
        return arguments;
    }

    /** Where reading ended, from 1; 0 for the file as a whole. */
    long line() {
        return line;
    }
}
