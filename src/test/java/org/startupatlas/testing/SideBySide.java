package org.startupatlas.testing;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/** Runs independent assertions in parallel. */
public final class SideBySide {
    private SideBySide() {}

    /** Runs all assertions and fails with all failures. */
    public static void assertAll(String heading, List<Executable> assertions) {
        List<Executable> failures = assertions.parallelStream()
                .flatMap(SideBySide::failure)
                .<Executable>map(failure -> () -> {
                    throw failure;
                })
                .toList();
        Assertions.assertAll(heading, failures);
    }

    private static Stream<Throwable> failure(Executable assertion) {
        try {
            assertion.execute();
            return Stream.empty();
        } catch (Throwable failed) {
            return Stream.of(failed);
        }
    }
}
