package org.startupatlas.auth;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests from addresses that were not used before. */
final class Elsewhere {
    private static final AtomicInteger LAST = new AtomicInteger();

    private Elsewhere() {}

    static String newAddress() {
        int number = LAST.incrementAndGet();
        return "198.19." + number / 256 + "." + number % 256;
    }

    static RequestSpecification request() {
        return from(newAddress());
    }

    static RequestSpecification from(String address) {
        return given().urlEncodingEnabled(false).header("X-Forwarded-For", address);
    }
}
