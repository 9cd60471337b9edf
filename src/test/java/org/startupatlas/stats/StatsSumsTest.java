package org.startupatlas.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.startupatlas.resource.fundinground.FundingRoundRecord;
import org.startupatlas.testing.Atlas;

/** Tests that amounts are summed within a class and a currency only. */
@QuarkusTest
class StatsSumsTest {
    @Test
    void amountsAreSummedByClassAndCurrency() {
        Map<List<Object>, List<FundingRoundRecord>> groups = StatsOf.fundingRounds().stream()
                .collect(Collectors.groupingBy(
                        round -> Arrays.asList(year(round), round.fundingClass(), currency(round))));
        StatsOf stats =
                StatsOf.at(StatsOf.FUNDING_ROUNDS + "?group_by=date__year&metrics=count,amount__sum,amount__avg,"
                        + "amount__median,amount__min,amount__max");
        assertEquals(groups.size(), stats.data().size());
        groups.forEach((values, members) -> {
            Map<String, Object> row = stats.row(List.of("date__year", "class", "amount.currency"), values.toArray());
            assertEquals(members.size(), row.get("count"));
            Sample.of(members.stream()
                            .map(FundingRoundRecord::amount)
                            .filter(Objects::nonNull)
                            .map(amount -> amount.value())
                            .toList())
                    .assertIn(row, "amount");
        });
        assertEquals(37, stats.meta().total());
    }

    @Test
    void undisclosedAmountsCountWithoutASum() {
        long undisclosed = StatsOf.fundingRounds().stream()
                .filter(round -> round.amount() == null)
                .count();
        List<LinkedHashMap<String, Object>> rows =
                StatsOf.at(StatsOf.FUNDING_ROUNDS + "?metrics=count,amount__sum").data().stream()
                        .filter(row -> row.get("amount.currency") == null)
                        .toList();
        assertTrue(undisclosed > 0);
        assertEquals(
                undisclosed,
                rows.stream().mapToInt(row -> (int) row.get("count")).sum());
        rows.forEach(row -> assertNull(row.get("amount__sum")));
    }

    @Test
    void onlySumsAddGroupingFields() {
        assertEquals(
                List.of("date__year", "count"),
                keys(StatsOf.at(StatsOf.FUNDING_ROUNDS + "?group_by=date__year")
                        .data()
                        .get(0)));
        assertEquals(
                List.of("class", "amount.currency", "amount__sum"),
                keys(StatsOf.at(StatsOf.FUNDING_ROUNDS + "?group_by=class&metrics=amount__sum")
                        .data()
                        .get(0)));
        assertEquals(
                List.of("type", "ticket.currency", "ticket.max__max"),
                keys(StatsOf.at("/v1/stats/programs?group_by=type&metrics=ticket.max__max")
                        .data()
                        .get(0)));
        JsonNode indicators = Atlas.tree("/v1/meta").at("/resources/indicators/stats/metrics");
        assertEquals("[\"count\"]", indicators.toString(), "figures of different units have no sum");
    }

    @Test
    void sumsOfAStartupEqualItsFundingTotals() {
        JsonNode totals = Atlas.tree("/v1/startups/chari?expand=funding_totals").at("/expanded/funding_totals");
        StatsOf stats =
                StatsOf.at(StatsOf.FUNDING_ROUNDS + "?startup=chari&amount__exists=true&metrics=count,amount__sum");
        assertTrue(totals.size() > 0);
        assertEquals(totals.size(), stats.data().size());
        for (JsonNode total : totals) {
            Map<String, Object> row = stats.row(
                    List.of("class", "amount.currency"),
                    total.get("class").textValue(),
                    total.get("currency").textValue());
            assertEquals(total.get("count").intValue(), row.get("count"));
            assertEquals(total.get("sum").decimalValue(), StatsOf.number(row, "amount__sum"));
        }
    }

    private static Object year(FundingRoundRecord round) {
        return round.date() != null
                        && round.date().first().getYear() == round.date().last().getYear()
                ? String.valueOf(round.date().first().getYear())
                : null;
    }

    private static Object currency(FundingRoundRecord round) {
        return round.amount() == null ? null : round.amount().currency();
    }

    private static List<String> keys(Map<String, Object> row) {
        return List.copyOf(new ArrayList<>(row.keySet()));
    }
}
