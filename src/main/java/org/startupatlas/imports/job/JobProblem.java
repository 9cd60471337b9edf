package org.startupatlas.imports.job;

import java.util.List;
import java.util.Objects;
import org.startupatlas.imports.file.UnreadableFileException;

/**
 * The reason why a job ended before the end of its file. It is stored as JSON.
 *
 * @param code stable, kebab-case; also the key of the message
 * @param arguments the arguments of the message
 * @param line the line of the file; 0 if the problem has none
 */
public record JobProblem(String code, List<String> arguments, long line) {

    /** The upload was truncated. */
    public static final String BODY_CUT = "body-cut";

    public JobProblem {
        Objects.requireNonNull(code, "code");
        arguments = List.copyOf(arguments);
    }

    static JobProblem of(UnreadableFileException file) {
        return new JobProblem(file.code(), file.arguments(), file.line());
    }

    static JobProblem at(long line, String code) {
        return new JobProblem(code, List.of(), line);
    }

    static JobProblem of(String code, String... arguments) {
        return new JobProblem(code, List.of(arguments), 0);
    }
}
