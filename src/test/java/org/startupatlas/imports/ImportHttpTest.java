package org.startupatlas.imports;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests the requests that start imports: authorization, parameters, media types and problems. */
@QuarkusTest
@TestProfile(ForWriting.class)
class ImportHttpTest {

    /** Imported by dry runs only, so that it leaves no records. */
    private static final byte[] FILE = Writes.bytes("name,country\nHttp Side,MA\n");

    private static final String CSV = "text/csv";

    @TestHTTPResource
    URL server;

    @Test
    void uploadStartsJob() {
        Response answer = Imports.send(202, "startups?dry_run=true", CSV, FILE);
        JobAnswer job = Atlas.read(JobAnswer.class, answer);
        assertEquals("/v1/imports/" + job.id(), answer.header("Location"));
        assertEquals(answer.header("Location") + "/report", job.report());
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals("startups", job.resource());
        assertTrue(Set.of("queued", "running", "done").contains(job.state()), job.state());
        assertEquals(FILE.length, job.bytes().total());
        assertEquals("upsert", job.mode());
        assertEquals("skip", job.onError());
        assertEquals("admin", job.createdBy());
        JobAnswer ended = Imports.awaitEnd(answer);
        assertEquals("done", ended.state());
        assertEquals(FILE.length, ended.bytes().read());
        assertNotNull(ended.startedAt());
        assertNull(ended.secondsLeft(), "it is over");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/imports/partners?dry_run=true, 403",
        "POST, /v1/imports/startups?dry_run=true, 202",
        "GET, /v1/imports, 200",
        "GET, /v1/imports/" + Imports.UNKNOWN_JOB + ", 404",
        "DELETE, /v1/imports/" + Imports.UNKNOWN_JOB + ", 404",
        "GET, /v1/imports/" + Imports.UNKNOWN_JOB + "/report, 404"
    })
    void requiresCuratorKeyOrContributorKeyForStartups(String method, String path, int ofContributor) {
        Response without = given().body(FILE).contentType(CSV).request(method, path);
        Atlas.problem(401, without);
        assertTrue(without.header("WWW-Authenticate").startsWith("Bearer"));
        String contributor = TestKeys.issue("contributor", "technopark-morocco").key();
        Response answer = Writes.of(contributor, CSV).body(FILE).request(method, path);
        assertEquals(ofContributor, answer.statusCode(), answer::asString);
        String curator = TestKeys.issue("curator", null).key();
        int status = Writes.of(curator, CSV).body(FILE).request(method, path).statusCode();
        assertTrue(Set.of(200, 202, 404).contains(status), method + " " + path + ": " + status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "dry_run=yes dry_run invalid-value -",
                "dry_run dry_run invalid-value -",
                "dry_runs=true dry_runs unknown-parameter dry_run",
                "mode=upsrt mode unknown-value upsert",
                "mode=UPSERT mode unknown-value -",
                "on_error=stopp on_error unknown-value stop",
                "charset=UTF-9 charset unknown-value UTF-8",
                "charset=%00 charset invalid-encoding -",
                "charset=Big5 charset unknown-value -",
                "delimiter=: delimiter unknown-value -",
                "delimiter= delimiter unknown-value -",
                "mapping=name mapping invalid-mapping -",
                "mapping=%7B%22Nom%22:1%7D mapping invalid-mapping -",
                "mapping=%5B%5D mapping invalid-mapping -",
                "mapping=%7B%7D%7B%7D mapping invalid-mapping -",
                "mapping= mapping invalid-mapping -",
                "lang=de lang unknown-value -",
                "limit=1 limit unknown-parameter -"
            })
    void invalidParameterIsReported(String query, String parameter, String code, String suggestion) {
        ProblemAnswer problem = Atlas.problem(400, Imports.send(400, "startups?" + query, CSV, FILE));
        assertEquals(1, problem.errors().size(), problem.toString());
        ProblemAnswer.Error error = problem.errors().get(0);
        assertEquals(parameter, error.parameter());
        assertEquals(code, error.code(), error.detail());
        if (!suggestion.equals("-")) {
            assertEquals(suggestion, error.didYouMean());
        }
    }

    @Test
    void allViolationsAreReportedAtOnce() {
        ProblemAnswer problem = Atlas.problem(
                400, Imports.send(400, "startups?mode=all&on_error=go&dry_run=true&dry_run=false&x=1", CSV, FILE));
        assertEquals(
                List.of(
                        "dry_run repeated-parameter",
                        "mode unknown-value",
                        "on_error unknown-value",
                        "x unknown-parameter"),
                problem.errors().stream()
                        .map(error -> error.parameter() + " " + error.code())
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "charset=cp1252, windows-1252",
        "charset=utf-8, UTF-8",
        "charset=windows-1256, windows-1256",
        "charset=UTF-16LE, UTF-16LE"
    })
    void charsetOfRequestTakesPrecedence(String query, String charset) {
        byte[] file = "name\nCharset\n".getBytes(Charset.forName(charset));
        JobAnswer job = Imports.awaitEnd(Imports.send(202, "startups?dry_run=true&" + query, CSV, file));
        assertEquals(charset, job.detected().get("charset").textValue());
        assertEquals(1, job.rows().created());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"tab TAB", "%09 TAB", "%3B ;", "%7C |", ", ,"})
    void delimiterOfRequestTakesPrecedence(String sent, String detected) {
        String delimiter = detected.replace("TAB", "\t");
        byte[] file = Writes.bytes("name" + delimiter + "city\nDelimited" + delimiter + "Salé\n");
        JobAnswer job = Imports.awaitEnd(Imports.send(202, "startups?dry_run=true&delimiter=" + sent, CSV, file));
        assertEquals(delimiter, job.detected().get("delimiter").textValue());
        assertEquals(new JobAnswer.Rows(1, 1, 0, 0, 0), job.rows());
    }

    @Test
    void mappingDefinesFields() {
        String mapping = "mapping=%7B%22Enseigne%22:%22name%22,%22name%22:%22%22,%22x%22:null%7D";
        byte[] file = Writes.bytes("Enseigne,name,x\nMapped Import,ignored,ignored\n");
        JobAnswer job = Imports.awaitEnd(Imports.send(202, "startups?" + mapping, CSV, file));
        assertEquals(new JobAnswer.Rows(1, 1, 0, 0, 0), job.rows());
        Atlas.get(200, "/v1/startups/mapped-import");
    }

    @ParameterizedTest
    @CsvSource({
        "startup, /v1/imports/startups",
        "strtups, /v1/imports/startups",
        "funding-rounds, /v1/imports/funding_rounds",
        "countries,",
        "Startups, /v1/imports/startups",
        "nothing-like-it,"
    })
    void unknownResourceIsNotFound(String resource, String suggestion) {
        ProblemAnswer problem = Atlas.problem(404, Imports.send(404, resource, CSV, FILE));
        assertEquals("unknown-path", problem.code());
        assertEquals(suggestion, problem.didYouMean());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv; charset=utf-8",
                "TEXT/CSV",
                "text/plain",
                "text/tab-separated-values",
                "application/octet-stream",
                "application/vnd.ms-excel"
            })
    void mediaTypesOfClientsAreAccepted(String type) {
        JobAnswer job = Imports.awaitEnd(Imports.send(202, "startups?dry_run=true", type, FILE));
        assertEquals(new JobAnswer.Rows(1, 1, 0, 0, 0), job.rows());
    }

    /** Sends CSV with the media type of forms, as curl does; RestAssured would encode it as a form. */
    @Test
    void curlUploadIsAccepted() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "v1/imports/startups?dry_run=true"))
                .header("Authorization", "Bearer " + TestKeys.ADMIN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofByteArray(FILE))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(202, answer.statusCode(), answer.body());
        JobAnswer job = Imports.awaitEnd(answer.headers().firstValue("Location").orElseThrow());
        assertEquals(new JobAnswer.Rows(1, 1, 0, 0, 0), job.rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "multipart/form-data; boundary=x", "application/xml", "image/png"})
    void otherMediaTypesAreRejected(String type) {
        ProblemAnswer problem = Atlas.problem(415, Imports.send(415, "startups", type, FILE));
        assertEquals("import-media-type", problem.errors().get(0).code());
    }

    @Test
    void gzipFileAndGzipEncodingAreAccepted() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(FILE);
        }
        byte[] file = compressed.toByteArray();
        JobAnswer itself = Imports.awaitEnd(Imports.send(202, "startups?dry_run=true", "application/gzip", file));
        assertEquals("gzip", itself.detected().get("compression").textValue());
        Response coded = Writes.of(TestKeys.ADMIN, CSV)
                .header("Content-Encoding", "gzip")
                .body(file)
                .post("/v1/imports/startups?dry_run=true");
        assertEquals(202, coded.statusCode(), coded::asString);
        assertEquals(new JobAnswer.Rows(1, 1, 0, 0, 0), Imports.awaitEnd(coded).rows());
        Response unknown = Writes.of(TestKeys.ADMIN, CSV)
                .header("Content-Encoding", "br")
                .body(file)
                .post("/v1/imports/startups?dry_run=true");
        Atlas.problem(415, unknown);
    }

    @Test
    void emptyBodyIsRejected() {
        ProblemAnswer problem = Atlas.problem(400, Imports.send(400, "startups", CSV, new byte[0]));
        assertEquals("empty-body", problem.errors().get(0).code());
        Response none = TestKeys.asAdmin().post("/v1/imports/startups");
        assertEquals("empty-body", Atlas.problem(400, none).errors().get(0).code());
    }

    @Test
    void tooLargeContentLengthIsRejectedBeforeBody() throws IOException {
        String response = responseBeforeBody((1L << 30) + 1);
        assertTrue(response.startsWith("HTTP/1.1 413 "), response);
        assertTrue(response.contains("payload-too-large"), response);
    }

    /** Returns the response to a request that announces the length of its body, and has sent nothing of it. */
    private String responseBeforeBody(long length) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(120_000);
            socket.getOutputStream()
                    .write(Writes.bytes("POST /v1/imports/startups HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Content-Type: text/csv\r\nAuthorization: Bearer " + TestKeys.ADMIN
                            + "\r\nContent-Length: " + length + "\r\n\r\n"));
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            StringBuilder answer = new StringBuilder();
            char[] buffer = new char[8_192];
            while (answer.indexOf("\r\n\r\n{") < 0) {
                int read = reader.read(buffer);
                assertTrue(read > 0, answer::toString);
                answer.append(buffer, 0, read);
            }
            return answer.toString();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "PUT /v1/imports/startups OPTIONS,POST",
                "GET /v1/imports/startups OPTIONS,POST",
                "DELETE /v1/imports/startups OPTIONS,POST",
                "POST /v1/imports GET,HEAD,OPTIONS",
                "DELETE /v1/imports GET,HEAD,OPTIONS",
                "POST /v1/imports/" + Imports.UNKNOWN_JOB + " DELETE,GET,HEAD,OPTIONS",
                "PATCH /v1/imports/" + Imports.UNKNOWN_JOB + " DELETE,GET,HEAD,OPTIONS",
                "POST /v1/imports/" + Imports.UNKNOWN_JOB + "/report DELETE,GET,HEAD,OPTIONS",
                "PUT /v1/imports/" + Imports.UNKNOWN_JOB + "/report DELETE,GET,HEAD,OPTIONS"
            })
    void unknownMethodReportsAllowedMethods(String method, String path, String allowed) {
        Response answer = TestKeys.asAdmin().request(method, path);
        Atlas.problem(405, answer);
        assertEquals(allowed.replace(",", ", "), answer.header("Allow"));
    }

    @Test
    void optionsListsMethods() {
        Response one = TestKeys.asAdmin().options("/v1/imports/startups");
        assertTrue(one.header("Allow").contains("POST"), one.header("Allow"));
        String preflight = given().header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "POST")
                .options("/v1/imports/startups")
                .header("Access-Control-Allow-Headers");
        assertTrue(preflight.contains("Idempotency-Key"), preflight);
    }
}
