package org.startupatlas.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.Writes;

/** Tests that currencies are codes of ISO 4217, so that each currency has one sum. */
@QuarkusTest
@TestProfile(ForWriting.class)
class CurrencyTest {

    @ParameterizedTest
    @CsvSource({
        "usd, USD",
        "' usd', USD",
        "€, EUR",
        "DH, MAD",
        "$, USD",
        "Dirhams, MAD",
        "EURO, EUR",
        "ZZZ,",
        "XXX,",
        "HRK,"
    })
    void unknownCurrencyIsRejectedWithSuggestion(String sent, String meant) {
        ObjectNode round = Atlas.json().createObjectNode().put("startup", "chari");
        round.putObject("amount").put("value", 5).put("currency", sent).put("qualifier", "exact");
        assertRefused("funding_rounds", round, "/amount/currency", meant);
        ObjectNode program = Atlas.json().createObjectNode().put("name", "Has a ticket");
        program.putObject("ticket").put("currency", sent);
        assertRefused("programs", program, "/ticket/currency", meant);
    }

    private static void assertRefused(String resource, ObjectNode body, String pointer, String meant) {
        ProblemAnswer problem = Writes.problem(Writes.post(422, "/v1/" + resource, body.toString()));
        ProblemAnswer.Error error = problem.errors().get(0);
        assertEquals(pointer, error.pointer());
        assertEquals("invalid-value", error.code());
        if (meant != null) {
            assertEquals(meant, error.didYouMean());
        }
    }

    @Test
    void codeIsTrimmed() {
        JsonNode round = Atlas.read(
                JsonNode.class,
                Writes.post(
                        201,
                        "/v1/funding_rounds",
                        "{\"startup\":\"chari\",\"amount\":{\"value\":5,\"currency\":\"USD \",\"qualifier\":\"exact\"}}"));
        assertEquals("USD", round.at("/amount/currency").textValue());
    }

    @ParameterizedTest
    @CsvSource({
        "funding_rounds, amount.currency",
        "funding_rounds, amount.currency__ne",
        "programs, ticket.currency",
        "countries, currencies",
        "startups, funding_rounds.amount.currency",
        "stats/funding_rounds, amount.currency"
    })
    void filtersAcceptCodesOnly(String path, String parameter) {
        ProblemAnswer problem = Atlas.problem(400, "/v1/" + path + "?" + parameter + "=usd");
        assertEquals(parameter, problem.errors().get(0).parameter());
        assertEquals("USD", problem.didYouMean());
        assertNull(Atlas.problem(400, "/v1/" + path + "?" + parameter + "=MAD,ZZZZZZ")
                .didYouMean());
        Atlas.tree("/v1/" + path + "?" + parameter + "=MAD,USD");
    }

    @Test
    void metaListsCurrencies() {
        JsonNode codes = Atlas.tree("/v1/meta").get("currencies");
        assertTrue(StreamSupport.stream(codes.spliterator(), false)
                .map(JsonNode::textValue)
                .toList()
                .contains("MAD"));
        for (JsonNode country :
                Atlas.tree("/v1/countries?limit=200&fields=currencies").get("data")) {
            for (JsonNode currency : country.get("currencies")) {
                assertTrue(
                        StreamSupport.stream(codes.spliterator(), false).anyMatch(currency::equals),
                        currency::toString);
            }
        }
    }
}
