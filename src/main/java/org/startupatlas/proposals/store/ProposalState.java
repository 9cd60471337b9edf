package org.startupatlas.proposals.store;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The state of a proposal; the last two are final. */
public enum ProposalState {
    /** Waits for a curator. */
    OPEN,
    /** Waits for an answer of its proposer. */
    ASKED,
    ACCEPTED,
    DECLINED;

    public static final List<String> CODES =
            Arrays.stream(values()).map(ProposalState::code).toList();

    /** Returns the code used in the API and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ProposalState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public boolean isFinal() {
        return this == ACCEPTED || this == DECLINED;
    }
}
