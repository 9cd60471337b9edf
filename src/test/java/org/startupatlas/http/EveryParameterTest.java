package org.startupatlas.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.SideBySide;
import org.startupatlas.testing.TestKeys;

/**
 * Every parameter of every operation in the OpenAPI document, and every filter of /v1/meta: unknown, repeated and ill-typed
 * ones are rejected, and the values of a repeated array are read as if they were separated by commas.
 */
@QuarkusTest
@TestProfile(ForWriting.class)
class EveryParameterTest {
    /** Repeating this many parameters stays below the maximum of a request, and all violations are listed. */
    private static final int PARAMETERS_AT_A_TIME = 40;

    @Test
    void unknownParametersAreRejectedWithSuggestion() throws IOException {
        forEveryOperation(operation -> List.of(() -> {
            ProblemAnswer problem = rejected(operation, "no_such_parameter=1");
            assertTrue(
                    faults(problem).contains("no_such_parameter unknown-parameter"), () -> operation + ": " + problem);
            // What is near one name is found as what is near another is.
            for (String name : operation.names().stream().limit(1).toList()) {
                ProblemAnswer misspelt = rejected(operation, name + "x=1");
                assertTrue(
                        misspelt.errors().stream()
                                .filter(error -> error.parameter().equals(name + "x"))
                                .allMatch(error -> operation.names().contains(error.didYouMean())),
                        () -> operation + " " + name + "x: " + misspelt);
            }
        }));
    }

    @Test
    void repeatedParametersOfOneValueAreRejected() throws IOException {
        forEveryOperation(operation -> batches(operation, operation.singleValued()).stream()
                .<Executable>map(batch -> () -> {
                    String query = batch.stream()
                            .map(parameter -> parameter.fitting() + "&" + parameter.otherFitting())
                            .collect(Collectors.joining("&"));
                    Set<String> faults = faults(rejected(operation, query));
                    batch.forEach(parameter -> assertTrue(
                            faults.contains(parameter.name() + " repeated-parameter"),
                            () -> operation + " " + parameter.name() + ": " + faults));
                })
                .toList());
    }

    @Test
    void repeatedArrayParametersAreReadLikeCommas() throws IOException {
        forEveryOperation(operation -> batches(operation, operation.arrays()).stream()
                .<Executable>map(batch -> () -> {
                    // The unknown one ends what would otherwise be a stream.
                    String repeated = batch.stream()
                            .map(parameter -> parameter.fitting() + "&" + parameter.otherFitting())
                            .collect(Collectors.joining("&", "no_such_parameter=1&", ""));
                    String separated = batch.stream()
                            .map(DocumentedParameter::both)
                            .collect(Collectors.joining("&", "no_such_parameter=1&", ""));
                    assertEquals(
                            rejected(operation, separated).errors(),
                            rejected(operation, repeated).errors(),
                            operation::toString);
                })
                .toList());
    }

    @Test
    void illTypedParametersAreRejected() throws IOException {
        forEveryOperation(operation -> batches(operation, operation.typed()).stream()
                .<Executable>map(batch -> () -> {
                    String query =
                            batch.stream().map(DocumentedParameter::illTyped).collect(Collectors.joining("&"));
                    Set<String> named = rejected(operation, query).errors().stream()
                            .map(ProblemAnswer.Error::parameter)
                            .collect(Collectors.toSet());
                    batch.forEach(parameter -> assertTrue(
                            named.contains(parameter.name()), () -> operation + " " + parameter + ": " + named));
                })
                .toList());
    }

    @Test
    void writesAcceptTheirParameters() throws IOException {
        // A dry run of an import is a job that is kept.
        forEveryOperation(operation -> operation.isWriteOfRecords()
                ? List.of(() ->
                        assertNotEquals(400, operation.send("dry_run=true").statusCode(), operation::toString))
                : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "/q/openapi?format=json&format=yaml, format, repeated-parameter",
        "/q/openapi?format=xml, format, unknown-value",
        "/q/openapi?fromat=json, fromat, unknown-parameter",
        "/q/openapi.json?format=json, format, unknown-parameter",
        "/q/openapi.yaml?x=1, x, unknown-parameter",
        "/q/openapi.yml?x=1, x, unknown-parameter",
        "/v1/startups?min_revison=1, min_revison, unknown-parameter"
    })
    void parametersOfTheDocumentAreCheckedToo(String path, String parameter, String code) {
        assertEquals(Set.of(parameter + " " + code), faults(Atlas.problem(400, path)));
    }

    private static Set<String> faults(ProblemAnswer problem) {
        return problem.errors().stream()
                .map(error -> error.parameter() + " " + error.code())
                .collect(Collectors.toSet());
    }

    private static ProblemAnswer rejected(Operation operation, String query) {
        Response answer = operation.send(query);
        assertEquals(400, answer.statusCode(), () -> operation + "?" + query + ": " + answer.asString());
        return Atlas.problem(400, answer);
    }

    /**
     * Alone is what requests wait for: those that are wrong in it do not get as far as to the other parameters. A list
     * under a record has all filters of the list of that resource, where they are looked at.
     */
    private static List<List<DocumentedParameter>> batches(Operation operation, List<DocumentedParameter> parameters) {
        List<DocumentedParameter> others = parameters.stream()
                .filter(parameter -> !parameter.name().equals("min_revision"))
                .toList();
        List<List<DocumentedParameter>> batches = new ArrayList<>();
        int all = operation.isUnderRecord() ? Math.min(others.size(), PARAMETERS_AT_A_TIME) : others.size();
        for (int from = 0; from < all; from += PARAMETERS_AT_A_TIME) {
            batches.add(others.subList(from, Math.min(all, from + PARAMETERS_AT_A_TIME)));
        }
        parameters.stream()
                .filter(parameter -> !others.contains(parameter))
                .map(List::of)
                .forEach(batches::add);
        return batches;
    }

    /** Sends what is to be sent to each operation, after which nothing was written. */
    private static void forEveryOperation(Function<Operation, List<Executable>> requests) throws IOException {
        List<Operation> operations = Operation.all();
        String before = everythingWritten();
        SideBySide.assertAll(
                "operations",
                operations.stream().map(requests).flatMap(List::stream).toList());
        assertEquals(before, everythingWritten());
    }

    private static String everythingWritten() {
        return Atlas.get(200, "/v1/changes?since=0&limit=1").jsonPath().getString("meta.revision")
                + TestKeys.asAdmin().get("/v1/keys").asString()
                + TestKeys.asAdmin().get("/v1/imports").asString();
    }
}
