package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startupatlas.record.Amount;
import org.startupatlas.resource.fundinground.FundingRoundRecord;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;

/** Tests that all cells of the raw file of funding rounds are in their records, which have the same order. */
@QuarkusTest
class RawFundingRoundsTest {
    private final RawTable table = RawTable.of("ecosystem/funding_rounds.csv");

    @Test
    void everyCellIsInRecord() {
        Spellings spellings = new Spellings();
        List<FundingRoundRecord> rounds = Atlas.walk(FundingRoundRecord.class, "/v1/funding_rounds");
        assertEquals(table.size(), rounds.size());
        table.check(row -> compare(row, rounds.get(row.number()), spellings));
    }

    private static void compare(RawTable.Row row, FundingRoundRecord round, Spellings spellings) {
        RawComparison comparison = new RawComparison(round, spellings);
        comparison.same(
                row.cell("startup_slug"),
                Atlas.one(StartupRecord.class, "/v1/startups/" + round.startup())
                        .slug());
        String type = row.cell("type_as_reported");
        comparison.code("type", "funding_types", type, round.type());
        compareAmount(row, type.contains("(>=)") ? "at_least" : "exact", round.amount(), comparison);
        comparison.date("date", row.cell("date"), round.date());
        List<String> leads = row.words("lead_investors");
        leads.forEach(name -> compareInvestor(name, true, round, comparison));
        row.words("other_investors")
                .forEach(name -> compareInvestor(name, leads.isEmpty() ? null : false, round, comparison));
        comparison.sources(row.cell("source"));
    }

    private static void compareAmount(RawTable.Row row, String qualifier, Amount amount, RawComparison comparison) {
        String value = row.cell("amount");
        if (value == null) {
            assertNull(amount);
            assertNull(row.cell("currency"));
        } else {
            comparison.same(value, amount.value().toPlainString());
            comparison.same(row.cell("currency"), amount.currency());
            comparison.same(qualifier, amount.qualifier());
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
