package org.startupatlas.http.response;

/**
 * The limits on the concurrent long responses of a node.
 *
 * @param permits how many in total
 * @param perClient how many for one address, or for one key
 */
public record PermitLimits(int permits, int perClient) {

    /** One permit of five is reserved, so that a node used up by many anonymous addresses still serves partners. */
    private static final int RESERVED_SHARE = 5;

    /** Returns the number of permits reserved for requests with a valid key. */
    public int reservedForKeys() {
        return permits / RESERVED_SHARE;
    }

    /** Returns the number of permits for all requests without a key. */
    int withoutKey() {
        return permits - reservedForKeys();
    }
}
