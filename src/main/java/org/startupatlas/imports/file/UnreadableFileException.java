package org.startupatlas.imports.file;

import java.util.List;

/** A file that cannot be read, or no further than to a line. */
public final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> arguments;
    private final long line;

    /**
     * @param line where reading ended, from 1; 0 for the file as a whole
     * @param code stable, kebab-case; also the key of the sentence that explains it
     * @param arguments what the sentence names
     */
    UnreadableFileException(long line, String code, String... arguments) {
        super(code + " " + List.of(arguments) + " at line " + line);
        this.code = code;
        this.arguments = List.of(arguments);
        this.line = line;
    }

    /** Stable, kebab-case; also the key of the sentence that explains it. */
    public String code() {
        return code;
    }

    /** What the sentence names. */
    public List<String> arguments() {
        return arguments;
    }

    /** Where reading ended, from 1; 0 for the file as a whole. */
    public long line() {
        return line;
    }
}
