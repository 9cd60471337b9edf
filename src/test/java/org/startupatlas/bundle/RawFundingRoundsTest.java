package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.startupatlas.record.Amount;
import org.startupatlas.resource.fundinground.FundingRoundRecord;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.RealBundle;

/** Tests that all cells of the raw files of funding rounds are in their records, which have the same order. */
@QuarkusTest
@TestProfile(RealBundle.class)
class RawFundingRoundsTest {
    @ParameterizedTest
    @EnumSource
    void everyCellIsInRecord(RawCollection collection) {
        Spellings spellings = new Spellings();
        List<FundingRoundRecord> rounds = Atlas.walk(FundingRoundRecord.class, "/v1/funding_rounds");
        assertEquals(RawCollection.rows("funding_rounds"), rounds.size());
        int before = collection.before("funding_rounds");
        collection.table("funding_rounds").check(row -> {
            FundingRoundRecord round = rounds.get(before + row.number());
            compare(row, round, new RawComparison(round, spellings, collection));
        });
    }

    private static void compare(RawTable.Row row, FundingRoundRecord round, RawComparison comparison) {
        comparison.same(
                row.cell("startup_slug"),
                Atlas.one(StartupRecord.class, "/v1/startups/" + round.startup())
                        .slug());
        String type = row.cell("type_as_reported");
        comparison.code("type", "funding_types", type, round.type());
        compareAmount(row, type, round.amount(), comparison);
        comparison.date("date", row.cell("date"), round.date());
        compareInvestors(row.words("lead_investors"), row.words("other_investors"), round, comparison);
        comparison.sources(row.cell("source"));
    }

    private static void compareAmount(RawTable.Row row, String type, Amount amount, RawComparison comparison) {
        String value = row.cell("amount");
        String currency = row.cell("currency");
        if (value == null) {
            assertNull(amount);
            assertNull(currency);
            if (type.contains("(undisclosed)")) {
                comparison.assertAbsent("amount", "not_public", true);
            }
            return;
        }
        comparison.same(value.replace("?", ""), amount.value().toPlainString());
        comparison.same(currency, amount.currency());
        comparison.same(type.contains("(>=)") ? "at_least" : "exact", amount.qualifier());
        if (value.contains("?")) {
            comparison.assertUnverified("amount", value);
        }
    }

    private static void compareInvestors(
            List<String> leads, List<String> others, FundingRoundRecord round, RawComparison comparison) {
        leads.forEach(name -> compareInvestor(name, true, round, comparison));
        others.forEach(name -> compareInvestor(name, leads.isEmpty() ? null : false, round, comparison));
        for (FundingRoundRecord.Investor investor : round.investors()) {
            assertTrue(
                    Stream.of(leads, others).flatMap(List::stream).anyMatch(raw -> raw.contains(investor.name())),
                    () -> round.slug() + " names " + investor.name() + ", the row does not");
        }
    }

    /** Asserts that an investor of the cell is in the record, and that a cell with more than its name is a claim. */
    private static void compareInvestor(String raw, Boolean lead, FundingRoundRecord round, RawComparison comparison) {
        List<FundingRoundRecord.Investor> named = round.investors().stream()
                .filter(investor -> raw.contains(investor.name()))
                .toList();
        assertFalse(named.isEmpty(), () -> round.slug() + " has lost " + raw);
        named.forEach(investor -> assertEquals(lead, investor.lead(), round.slug() + ": " + raw));
        assertTrue(
                named.get(0).name().equals(raw) || comparison.isClaimed("investors", raw),
                () -> round.slug() + " has lost " + raw);
    }
}
