package org.startupatlas.http;

import io.vertx.core.MultiMap;

/** The limits on requests, as {@code /v1/meta} tells them. */
public final class Limits {

    /** Characters of path and query; proxies and CDNs on the way take 8 to 32 KiB. */
    public static final int LONGEST_URI = 16 * 1024;

    /** Characters of all header names and values. */
    public static final int LARGEST_HEADERS = 32 * 1024;

    private Limits() {}

    static int size(MultiMap headers) {
        int size = 0;
        for (var header : headers) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }
}
