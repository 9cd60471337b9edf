package org.startupatlas.testing;

import org.junit.jupiter.api.BeforeEach;
import org.startupatlas.resource.partner.PartnerRecord;

/** For tests of contributors: before each of them two new partners, and a key of a contributor of each. */
public abstract class TwoContributors {
    protected PartnerRecord own;
    protected PartnerRecord other;
    protected String key;
    protected String otherKey;

    @BeforeEach
    void partners() {
        own = Writes.create(PartnerRecord.class, "/v1/partners", "{\"name\":\"Own\"}");
        other = Writes.create(PartnerRecord.class, "/v1/partners", "{\"name\":\"Other\"}");
        key = TestKeys.issue("contributor", own.id().toString()).key();
        otherKey = TestKeys.issue("contributor", other.id().toString()).key();
    }
}
