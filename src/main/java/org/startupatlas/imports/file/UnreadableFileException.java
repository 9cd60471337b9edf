package org.startupatlas.imports.file;

import java.util.List;
import org.startupatlas.query.parameter.Violation;

/** A file cannot be read, or only up to a line. */
public final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Violation violation;

    /**
     * @param line the line at which reading ended, from 1; 0 for the file as a whole
     * @param code stable, kebab-case; also the key of the message
     * @param arguments the arguments of the message
     */
    UnreadableFileException(long line, String code, String... arguments) {
        super(code + " " + List.of(arguments) + " at line " + line);
        this.violation = Violation.ofLine(line, code, arguments);
    }

    /** Returns what is wrong, and the line at which reading ended. */
    public Violation violation() {
        return violation;
    }
}
