package org.startupatlas.imports.file;

import java.util.List;

/** A file cannot be read, or only up to a line. */
public final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> arguments;
    private final long line;

    /**
     * @param line the line at which reading ended, from 1; 0 for the file as a whole
     * @param code stable, kebab-case; also the key of the message
     * @param arguments the arguments of the message
     */
    UnreadableFileException(long line, String code, String... arguments) {
        super(code + " " + List.of(arguments) + " at line " + line);
        this.code = code;
        this.arguments = List.of(arguments);
        this.line = line;
    }

    /** Returns the code: stable, kebab-case; also the key of the message. */
    public String code() {
        return code;
    }

    /** Returns the arguments of the message. */
    public List<String> arguments() {
        return arguments;
    }

    /** Returns the line at which reading ended, from 1; 0 for the file as a whole. */
    public long line() {
        return line;
    }
}
