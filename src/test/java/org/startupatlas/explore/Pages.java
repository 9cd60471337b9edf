package org.startupatlas.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads pages of the explorer as a browser asks for them; RestAssured would parse each page for its log. */
final class Pages {
    static final List<String> LANGUAGES = List.of("fr", "ar", "en");

    /** The main views; the records are in the data of the tests. */
    static final List<String> MAIN_VIEWS = List.of(
            "/startups",
            "/startups/chari",
            "/programs/212-founders",
            "/countries",
            "/indicators/startups_labelled",
            "/opportunities?on=2024-06-01&country=MA");

    /** One page of each kind. */
    static final List<String> VIEWS = List.of(
            "",
            "/startups",
            "/startups?layout=table&sort=name",
            "/startups?sectors=fintech&region__exists=false",
            "/startups?city=Nowhere",
            "/partners?layout=map",
            "/startups/chari",
            "/programs",
            "/programs/212-founders",
            "/partners",
            "/partners/plug-and-play",
            "/countries",
            "/countries/FR/partners",
            "/network",
            "/opportunities?on=2024-06-01&country=MA",
            "/opportunities?on=2024-06-01&for=chari",
            "/opportunities?on=1990-01-01",
            "/startups/chari/matches?with=partners",
            "/startups/chari/routes?to=JP",
            "/partners/plug-and-play/graph",
            "/indicators",
            "/indicators/startups_labelled",
            "/startups/chari/correct",
            "/startups/chari/correct?field=sectors",
            "/reconcile");

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");

    /** It follows no redirects. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Pages() {}

    /** A response. */
    record Answer(int status, HttpResponse<byte[]> response) {
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        byte[] bytes() {
            return response.body();
        }
    }

    static Answer get(int status, String path) {
        Answer answer = get(path);
        assertEquals(status, answer.status(), () -> path + ": " + answer.text());
        return answer;
    }

    /** Sends a GET with these headers, given as names and values in turn. */
    static Answer get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path));
        request.header("Accept", BROWSER);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static String html(String path) {
        return get(200, path).text();
    }

    /** Returns the addresses that a page names, as they are after unescaping. */
    static List<String> links(String html) {
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(html);
        while (link.find()) {
            links.add(
                    link.group(1).replace("&amp;", "&").replace("&quot;", "\"").replace("&#39;", "'"));
        }
        return links;
    }
}
