package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startupatlas.resource.partner.PartnerRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;

/** Tests rows that refer to other rows of their file. */
@QuarkusTest
@TestProfile(ForWriting.class)
class ReferencesInFilesTest {
    @Test
    void rowRefersToARowBeforeIt() {
        JobAnswer job = Imports.csv(
                "partners",
                """
                name,networks
                Whole Network,
                First Member,whole-network
                Second Member,whole-network
                """);
        assertEquals(3, job.rows().created(), job::toString);
        PartnerRecord network = Atlas.one(PartnerRecord.class, "/v1/partners/whole-network");
        assertEquals(
                List.of("First Member", "Second Member"),
                Atlas.page(PartnerRecord.class, "/v1/partners/whole-network/network").data().stream()
                        .map(PartnerRecord::name)
                        .toList());
        assertEquals(
                List.of(network.id()),
                Atlas.one(PartnerRecord.class, "/v1/partners/first-member").networks());
    }
}
