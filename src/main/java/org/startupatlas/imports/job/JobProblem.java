package org.startupatlas.imports.job;

import java.util.List;
import java.util.Objects;
import org.startupatlas.imports.file.UnreadableFileException;

/**
 * Why a job ended before its file did.
 *
 * @param code stable, kebab-case; also the key of the sentence that explains it
 * @param arguments what the sentence names
 * @param line the line of the file where it was; 0 where it was none
 */
public record JobProblem(String code, List<String> arguments, long line) {

    /** The file broke off while it was sent. */
    public static final String BODY_CUT = "body-cut";

    public JobProblem {
        Objects.requireNonNull(code, "code");
        arguments = List.copyOf(arguments);
    }

    static JobProblem of(UnreadableFileException file) {
        return new JobProblem(file.code(), file.arguments(), file.line());
    }

    /** A problem of a line, which the sentence need not name. */
    static JobProblem at(long line, String code) {
        return new JobProblem(code, List.of(), line);
    }

    /** A problem that is at no line. */
    static JobProblem of(String code, String... arguments) {
        return new JobProblem(code, List.of(arguments), 0);
    }
}
