package org.startupatlas.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/**
 * What a hot answer is measured against: a route of the same server that does nothing but write the same bytes and
 * headers. It is compiled into the product for the benchmark alone.
 *
 * <p>{@code /bench/learn?/v1/startups} has it learn an answer of the product, {@code /bench/hot} writes it, {@code
 * /bench/unchanged} writes its 304.
 */
@Singleton
class HotRoute {

    private record Header(CharSequence name, CharSequence value) {}

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile List<Header> headers = List.of();
    private volatile List<Header> unchanged = List.of();
    private volatile Buffer body = Buffer.buffer();

    /** Before every filter and route of the product. */
    void register(@Observes Router router) {
        router.get("/bench/learn").order(Integer.MIN_VALUE).blockingHandler(this::learn);
        router.get("/bench/hot").order(Integer.MIN_VALUE).handler(context -> {
            HttpServerResponse response = context.response();
            headers.forEach(header -> response.headers().set(header.name, header.value));
            response.end(body);
        });
        router.get("/bench/unchanged").order(Integer.MIN_VALUE).handler(context -> {
            HttpServerResponse response = context.response();
            unchanged.forEach(header -> response.headers().set(header.name, header.value));
            response.setStatusCode(304).end();
        });
    }

    private void learn(RoutingContext context) {
        String path = context.request().query();
        URI uri = URI.create("http://127.0.0.1:" + context.request().localAddress().port() + path);
        try {
            HttpResponse<byte[]> answer =
                    client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
            String tag = answer.headers().firstValue("etag").orElseThrow();
            body = Buffer.buffer(answer.body());
            headers = headers(answer);
            unchanged = headers(client.send(
                    HttpRequest.newBuilder(uri).header("If-None-Match", tag).build(),
                    HttpResponse.BodyHandlers.ofByteArray()));
            context.response().end(tag);
        } catch (IOException failed) {
            context.fail(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            context.fail(stopped);
        }
    }

    /** The length is the server's own business. */
    private static List<Header> headers(HttpResponse<byte[]> answer) {
        List<Header> headers = new ArrayList<>();
        answer.headers().map().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("content-length")) {
                values.forEach(value -> headers.add(
                        new Header(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value))));
            }
        });
        return List.copyOf(headers);
    }
}
