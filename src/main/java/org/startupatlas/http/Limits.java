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

    /** Errors that one problem lists; nobody reads more, and a body of a megabyte can have a hundred thousand. */
    public static final int MOST_ERRORS = 100;

    /** Bytes of a body, as api.md says. */
    public static final long LARGEST_BODY = 1_048_576;

    /** Bytes of a file that is read in. */
    public static final long LARGEST_IMPORT = 1L << 30;

    /** Bytes of the same decompressed; text of a table shrinks to a tenth, seldom to less than a sixteenth. */
    public static final long LARGEST_IMPORT_DECOMPRESSED = 16 * LARGEST_IMPORT;

    /** Characters of a cell of it; a field holds no more. */
    public static final int LONGEST_CELL = 1 << 20;

    /** Characters of a row of it: what one transaction can write. */
    public static final int LONGEST_ROW = 4 << 20;

    /** Columns of it; no resource has nearly as many. */
    public static final int MOST_COLUMNS = 500;

    /** Files that a node reads in at a time, so that a small one need not wait for a large one. */
    public static final int IMPORTS_AT_A_TIME = 2;

    /** Jobs that are listed. */
    public static final int MOST_IMPORTS_LISTED = 100;

    /** Days for which a job that has ended is kept, with its report. */
    public static final int DAYS_OF_IMPORTS = 30;

    /** Seconds for which a node may be silent before its imports are stopped. */
    public static final int SILENT_SECONDS_OF_IMPORTS = 30;

    private static final String IMPORTS = "/v1/imports/";

    private Limits() {}

    /** How many bytes the body of a request may have. */
    public static long largestBody(HttpServerRequest request) {
        return request.path().startsWith(IMPORTS) ? LARGEST_IMPORT : LARGEST_BODY;
    }

    /** The size that a body is said to have; 0 where nothing is said, or nothing that is a number. */
    public static long bodySize(MultiMap headers) {
        String length = headers.get("Content-Length");
        return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
    }

    public static int size(MultiMap headers) {
        int size = 0;
        for (var header : headers) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }
}
