package org.startupatlas.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ProblemAnswer;

/** Tests the counts of values in a list, which a sidebar shows as alternatives. */
@QuarkusTest
class FacetsTest {
    @Inject
    DataSource database;

    @Test
    void facetIgnoresTheFilterOnItsField() {
        String all = "/v1/startups?limit=1&facets=sectors,country";
        JsonNode plain = facets(all);
        JsonNode filtered = facets(all + "&sectors=fintech");
        assertEquals(plain.get("sectors"), filtered.get("sectors"));
        assertFalse(plain.get("country").equals(filtered.get("country")), "countries are those of fintechs only");
        assertEquals(
                filtered.get("sectors"),
                facets(all + "&sectors__ne=fintech&sectors__exists=true").get("sectors"));
    }

    @Test
    void facetIsSortedByCountAndCountsUnknown() {
        JsonNode statuses = facets("/v1/startups?limit=1&facets=status").get("status");
        List<Long> counts = new ArrayList<>();
        statuses.get("values").forEach(value -> counts.add(value.get("count").longValue()));
        assertTrue(counts.size() > 1);
        assertEquals(counts.stream().sorted(Comparator.reverseOrder()).toList(), counts);
        long missing = statuses.get("missing").longValue();
        assertTrue(missing > 0);
        long all = Atlas.total("/v1/startups?limit=1");
        assertEquals(all, counts.stream().mapToLong(Long::longValue).sum() + missing);
    }

    @Test
    void booleansAreBooleansAndCodesHaveLabels() {
        JsonNode facets = facets("/v1/startups?limit=1&facets=diaspora,sectors&lang=fr");
        assertTrue(facets.at("/diaspora/values/0/value").isBoolean());
        assertFalse(facets.at("/diaspora/values/0").has("label"));
        for (JsonNode value : facets.at("/sectors/values")) {
            assertTrue(value.get("label").isTextual());
        }
        assertFalse(facets("/v1/startups?limit=1&facets=sectors")
                .at("/sectors/values/0")
                .has("label"));
    }

    @Test
    void relationsAndGeoJsonHaveFacets() {
        JsonNode related = facets("/v1/programs/morocco-accelerator/startups?facets=sectors&limit=200");
        JsonNode asked = facets("/v1/startups?participations.program=morocco-accelerator&facets=sectors");
        assertEquals(asked, related);
        JsonNode map = facets("/v1/sites?format=geojson&facets=status");
        assertEquals(facets("/v1/sites?facets=status"), map);
    }

    @Test
    void everyCodedFieldIsAFacetInMeta() {
        JsonNode resources = Atlas.tree("/v1/meta").get("resources");
        for (ResourceSchema schema : ResourceCatalog.SCHEMAS) {
            for (Field field : schema.fields()) {
                if (field.vocabulary() != null) {
                    JsonNode resource = resources.get(schema.resource());
                    assertTrue(resource.get("enums").has(field.name()), schema + "." + field.name());
                    assertTrue(resource.get("facetable").toString().contains("\"" + field.name() + "\""));
                }
            }
        }
        assertTrue(facets("/v1/programs?limit=1&facets=countries")
                        .at("/countries/values")
                        .size()
                > 0);
    }

    @Test
    void transactionEndsWithTheRequest() throws SQLException {
        Atlas.get(200, "/v1/startups?facets=sectors&total=true");
        List<Connection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                connections.add(database.getConnection());
                assertEquals(
                        Connection.TRANSACTION_READ_COMMITTED,
                        connections.get(i).getTransactionIsolation());
                assertTrue(connections.get(i).getAutoCommit());
            }
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    @Test
    void laterPagesHaveTheSameFacets() {
        String list = "/v1/startups?limit=3&facets=country";
        String cursor =
                Atlas.page(JsonNode.class, "/v1/startups?limit=3").page().nextCursor();
        assertEquals(facets(list), facets(Atlas.with(list, "cursor", cursor)));
    }

    @ParameterizedTest
    @CsvSource({
        "facets=sector, unknown-field, sectors",
        "facets=name, not-facetable,",
        "'facets=stage,stage', repeated-value,",
        "facets=, empty-value,",
        "facets=markets.country, not-facetable,",
        "facets=stage&format=csv, not-together,"
    })
    void invalidFacetIsRejected(String parameters, String code, String meant) {
        ProblemAnswer problem = Atlas.problem(400, "/v1/startups?" + parameters);
        assertEquals(code, problem.errors().get(0).code());
        assertEquals("facets", problem.errors().get(0).parameter());
        assertEquals(meant, problem.didYouMean());
    }

    private static JsonNode facets(String path) {
        return Atlas.tree(path).get("facets");
    }
}
