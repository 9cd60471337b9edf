package org.startupatlas.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/** The limits on requests, as published in {@code /v1/meta}. */
public final class Limits {

    /** Characters of path and query; proxies and CDNs on the way accept 8 to 32 KiB. */
    public static final int MAX_URI_LENGTH = 16 * 1024;

    /** Characters of all header names and values. */
    public static final int MAX_HEADERS_LENGTH = 32 * 1024;

    /** Parameters of a request; no client needs as many, and each unknown one is compared with all known ones. */
    public static final int MAX_PARAMETERS = 100;

    /** Errors listed in one problem; more are not useful, and a body of a megabyte can have a hundred thousand. */
    public static final int MAX_ERRORS = 100;

    /** Bytes of a body other than an import file, as documented in src/docs/operations.md. */
    public static final long MAX_BODY_BYTES = 1_048_576;

    /** Bytes of an import file. */
    public static final long MAX_IMPORT_BYTES = 1L << 30;

    /**
     * Bytes of a decompressed import file; the text of a table compresses to a tenth, rarely to less than a sixteenth.
     */
    public static final long MAX_IMPORT_BYTES_DECOMPRESSED = 16 * MAX_IMPORT_BYTES;

    /** Characters of a cell of an import file; a field holds no more. */
    public static final int MAX_CELL_LENGTH = 1 << 20;

    /** Characters of a row of an import file, limited by what one transaction can write. */
    public static final int MAX_ROW_LENGTH = 4 << 20;

    /** Columns of an import file; no resource has nearly as many. */
    public static final int MAX_COLUMNS = 500;

    /** Concurrent imports of a node, so that a small file need not wait for a large one. */
    public static final int MAX_CONCURRENT_IMPORTS = 2;

    /** Import jobs in the list. */
    public static final int MAX_IMPORTS_LISTED = 100;

    /** Days for which a finished import job and its report are kept. */
    public static final int DAYS_OF_IMPORTS = 30;

    /** Seconds without a sign of life from a node after which its imports are stopped. */
    public static final int MAX_IMPORT_SILENCE_SECONDS = 30;

    /** Bytes of a proposal, which is about a few fields; whole records are written by holders of a key. */
    public static final int MAX_PROPOSAL_BYTES = 16 * 1024;

    /** Characters of the note of a proposal, and of each message about it. */
    public static final int MAX_PROPOSAL_NOTE_LENGTH = 2_000;

    /** Proposals, wrong ones included, that a client may send at once: a person who read one page closely. */
    public static final int MAX_PROPOSALS_AT_ONCE = 30;

    /** Seconds after which a client may send one more proposal. */
    public static final int PROPOSAL_REFILL_SECONDS = 30;

    /** Undecided proposals of one address or key. */
    public static final int MAX_OPEN_PROPOSALS_PER_CLIENT = 20;

    /** Undecided proposals in all, with which a node accepts no more: curators would not get to read them. */
    public static final int MAX_OPEN_PROPOSALS = 1_000;

    /** Proposals in the list. */
    public static final int MAX_PROPOSALS_LISTED = 100;

    /** The maximum number of rows of each kind in an answer about reach. */
    public static final int MAX_NETWORK_ROWS = 1_000;

    /** The maximum number of days ahead within which opportunities open. */
    public static final int MAX_DAYS_AHEAD = 366;

    /** The number of days ahead within which opportunities open if the request does not say. */
    public static final int DAYS_AHEAD = 30;

    /** The maximum number of agreements that are suggested at once. */
    public static final int MAX_NETWORK_BUDGET = 10;

    /** The maximum number of links that are supposed, or compared with each other, in one request. */
    public static final int MAX_CANDIDATE_LINKS = 10_000;

    /** The maximum number of links between a node and those drawn around it. */
    public static final int MAX_NETWORK_DEPTH = 3;

    /** The maximum number of nodes in a drawing; more could not be told apart. */
    public static final int MAX_DRAWN_NODES = 300;

    /** Queries of a batch of reconciliation, as its manifest says. */
    public static final int MAX_RECONCILED = 50;

    /** Candidates of a query of reconciliation. */
    public static final int MAX_CANDIDATES = 25;

    /** Suggestions of reconciliation in one response. */
    public static final int MAX_RECONCILED_SUGGESTIONS = 25;

    /** Properties of a query of reconciliation. */
    public static final int MAX_HINTS = 20;

    /** Values of a property of a query of reconciliation. */
    public static final int MAX_HINT_VALUES = 20;

    /** Records whose table is extended at once. */
    public static final int MAX_EXTENDED = 200;

    /** Properties by which a table is extended at once. */
    public static final int MAX_EXTENDED_BY = 50;

    /** Names of a list that is pasted into the page; people read the table that follows. */
    public static final int MAX_PASTED_NAMES = 500;

    private static final String IMPORTS = "/v1/imports/";

    private static final String PROPOSALS = "/v1/proposals";

    private Limits() {}

    /** Returns the maximum number of bytes of the body of a request. */
    public static long maxBodyBytes(HttpServerRequest request) {
        if (request.path().startsWith(IMPORTS)) {
            return MAX_IMPORT_BYTES;
        }
        return request.path().startsWith(PROPOSALS) ? MAX_PROPOSAL_BYTES : MAX_BODY_BYTES;
    }

    /** Returns the {@code Content-Length}; 0 if it is missing or not a number. */
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
