package org.startupatlas.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/** The limits on requests, as {@code /v1/meta} tells them. */
public final class Limits {

    /** Characters of path and query; proxies and CDNs on the way take 8 to 32 KiB. */
    public static final int LONGEST_URI = 16 * 1024;

    /** Characters of all header names and values. */
    public static final int LARGEST_HEADERS = 32 * 1024;

    /** Parameters of a request; nobody needs as many, and each unknown one is compared with all that are known. */
    public static final int MOST_PARAMETERS = 100;

    /** Bytes of a body, as api.md says. */
    public static final long LARGEST_BODY = 1_048_576;

    /** Bytes of a file that is read in. */
    public static final long LARGEST_IMPORT = 1L << 30;

    private static final String IMPORTS = "/v1/imports/";

    private Limits() {}

    /** How many bytes the body of a request may have. */
    static long largestBody(HttpServerRequest request) {
        return request.path().startsWith(IMPORTS) ? LARGEST_IMPORT : LARGEST_BODY;
    }

    /** The size that a body is said to have; 0 where nothing is said, or nothing that is a number. */
    static long bodySize(MultiMap headers) {
        String length = headers.get("Content-Length");
        return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
    }

    static int size(MultiMap headers) {
        int size = 0;
        for (var header : headers) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }
}
