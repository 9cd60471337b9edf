package org.startupatlas.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.H2Only;
import org.startupatlas.testing.TestKeys;

/**
 * Sends every GET of the document with each of its options, then with every pair of values of two options, and validates
 * the responses with the document.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersFitTheDocumentTest {

    /** Only the headers of these are read, because streams do not end. */
    private static final String STREAM = "/v1/changes/stream";

    /** Filters are asked many at a time: they change which records come, not their shape; EveryFilterTest asks each. */
    private static final int FILTERS_OF_A_REQUEST = 40;

    /** Codes of violations by options that exclude or require one another. */
    private static final List<String> EXCLUSIONS = List.of("not-together", "only-together");

    @TestHTTPResource
    URI server;

    @Inject
    OptionValues options;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Contract contract;
    private Map<String, String> examples;

    /** Runs before the first test, when the application's address is known. */
    @BeforeEach
    void prepareOnce() throws IOException {
        if (contract == null) {
            contract = Contract.committed();
            examples = PathExamples.create();
        }
    }

    static List<String> reads() throws IOException {
        List<String> reads = new ArrayList<>();
        Contract.committed().document().get("paths").properties().forEach(path -> {
            if (path.getValue().has("get") && !path.getKey().equals(STREAM)) {
                reads.add(path.getKey());
            }
        });
        return reads;
    }

    @ParameterizedTest
    @MethodSource("reads")
    void everyOptionHasADocumentedResponse(String path) {
        List<String> faults = new ArrayList<>(faults(path, Map.of(), false));
        Map<String, String> filters = new LinkedHashMap<>();
        for (Contract.Parameter parameter : options(path)) {
            options.ofOtherFilters(parameter).forEach(filters::putIfAbsent);
            Optional<String> filter = options.ofFilter(path, parameter);
            if (filter.isPresent()) {
                filters.put(parameter.name(), filter.get());
                continue;
            }
            for (String value : options.of(parameter, requiredOnly(path), true)) {
                Map<String, String> asked = new LinkedHashMap<>(OptionValues.neededBy(parameter));
                asked.put(parameter.name(), value);
                faults.addAll(faults(path, asked, false));
            }
        }
        for (Map<String, String> some : OptionValues.parted(filters, FILTERS_OF_A_REQUEST)) {
            faults.addAll(faults(path, some, false));
        }
        assertEquals(List.of(), faults);
    }

    /** Which options go together does not depend on the database. */
    @H2Only
    @ParameterizedTest
    @MethodSource("reads")
    void everyPairOfOptionsHasADocumentedResponse(String path) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Contract.Parameter parameter : options(path)) {
            if (options.ofFilter(path, parameter).isEmpty() && OptionValues.isOfAnyQuery(parameter)) {
                List<String> some = options.of(parameter, requiredOnly(path), false);
                if (!some.isEmpty()) {
                    values.put(parameter.name(), some);
                }
            }
        }
        Stream<Map<String, String>> rows = PairwiseTable.of(values).stream();
        // Concurrent exports of an address are limited, and a permit is freed shortly after the response.
        List<String> faults = (path.startsWith("/v1/exports/") ? rows : rows.parallel())
                .flatMap(row -> faults(path, row, true).stream())
                .toList();
        assertEquals(List.of(), faults);
    }

    @Test
    void undocumentedMissingOrWrongPropertiesAreDetected() throws IOException {
        JsonNode page = Atlas.tree("/v1/startups?limit=2");
        String schema = "/components/schemas/StartupList";
        assertEquals(List.of(), contract.faults(schema, page));
        ObjectNode more = page.deepCopy();
        ((ObjectNode) more.at("/data/0")).put("planted", 1);
        assertFalse(contract.faults(schema, more).isEmpty());
        ObjectNode wrong = page.deepCopy();
        ((ObjectNode) wrong.at("/data/1")).put("version", "1");
        assertFalse(contract.faults(schema, wrong).isEmpty());
        ObjectNode less = page.deepCopy();
        ((ObjectNode) less.at("/data/1")).remove("id");
        assertFalse(contract.faults(schema, less).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vary", "Content-Language", "CDN-Cache-Control", "ETag", "Atlas-Revision"})
    void undocumentedHeadersAreDetected(String header) throws IOException, InterruptedException {
        HttpResponse<byte[]> page = client.send(
                HttpRequest.newBuilder(server.resolve("/v1/startups?lang=fr")).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(List.of(), contract.disagreements("/v1/startups", "get", page));
        ObjectNode less = contract.document().deepCopy();
        less.findParents(header).forEach(headers -> ((ObjectNode) headers).remove(header));
        assertEquals(
                List.of("header " + header.toLowerCase(Locale.ROOT) + " is not documented for 200"),
                Contract.of(less).disagreements("/v1/startups", "get", page));
    }

    private List<Contract.Parameter> options(String path) {
        return contract.parameters(contract.document().path("paths").path(path).path("get")).stream()
                .filter(parameter -> !parameter.isIn("path"))
                .toList();
    }

    private String example(String path) {
        String example = path;
        for (Map.Entry<String, String> each : examples.entrySet()) {
            example = example.replace(each.getKey(), each.getValue());
        }
        assertFalse(example.contains("{"), example);
        return example;
    }

    /** Returns a path with its required parameters. */
    private String requiredOnly(String path) {
        String target = example(path);
        for (Contract.Parameter parameter : options(path)) {
            target = parameter.required() == null ? target : Atlas.with(target, parameter.name(), parameter.required());
        }
        return target;
    }

    /**
     * Sends a request and returns the violations.
     *
     * @param values by the name of the parameter
     * @param excluding whether the values may exclude one another
     */
    private List<String> faults(String path, Map<String, String> values, boolean excluding) {
        try {
            return faultsOfAnswer(path, values, excluding);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private List<String> faultsOfAnswer(String path, Map<String, String> values, boolean excluding)
            throws IOException, InterruptedException {
        String target = example(path);
        HttpRequest.Builder request = HttpRequest.newBuilder();
        Map<String, String> others = new LinkedHashMap<>(values);
        for (Contract.Parameter parameter : options(path)) {
            others.remove(parameter.name());
            String value = values.getOrDefault(parameter.name(), parameter.required());
            if (value != null && parameter.isIn("header")) {
                request.header(parameter.name(), value);
            } else if (value != null) {
                target = Atlas.with(target, parameter.name(), value);
            }
        }
        for (Map.Entry<String, String> other : others.entrySet()) {
            target = Atlas.with(target, other.getKey(), other.getValue());
        }
        if (contract.document().path("paths").path(path).path("get").has("security")) {
            request.header("Authorization", "Bearer " + TestKeys.ADMIN);
        }
        HttpResponse<byte[]> answer =
                client.send(request.uri(server.resolve(target)).build(), HttpResponse.BodyHandlers.ofByteArray());
        String asked = target + (values.isEmpty() ? "" : " " + values);
        Stream<String> faults = contract.disagreements(path, "get", answer).stream();
        Stream<String> refusal = isAnswer(answer, excluding)
                ? Stream.of()
                : Stream.of("answered " + answer.statusCode() + " " + new String(answer.body()));
        return Stream.concat(faults, refusal).map(fault -> asked + ": " + fault).toList();
    }

    private static boolean isAnswer(HttpResponse<byte[]> answer, boolean excluding) throws IOException {
        if (answer.statusCode() == 200 || answer.statusCode() == 304) {
            return true;
        }
        if (!excluding || answer.statusCode() != 400) {
            return false;
        }
        JsonNode errors = Atlas.json().readTree(answer.body()).path("errors");
        assertTrue(errors.size() > 0, "a refusal that names nothing");
        return Stream.iterate(0, i -> i < errors.size(), i -> i + 1)
                .allMatch(i -> EXCLUSIONS.contains(errors.get(i).get("code").textValue()));
    }
}
