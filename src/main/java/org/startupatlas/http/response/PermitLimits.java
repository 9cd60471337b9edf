package org.startupatlas.http.response;

/**
 * How many answers that last a node gives at a time.
 *
 * @param places how many in all
 * @param perClient how many to one address, or to one key
 */
public record PermitLimits(int places, int perClient) {

    /** One place of five: so that a node that many anonymous addresses use up still serves partners. */
    private static final int SHARE_KEPT = 5;

    /** The places that only requests with a valid key get. */
    public int keptForKeys() {
        return places / SHARE_KEPT;
    }

    /** The places that requests without a key may take together. */
    int withoutKey() {
        return places - keptForKeys();
    }
}
