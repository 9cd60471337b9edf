package org.startupatlas.openapi.schema;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Filter;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.type.Operator;
import org.startupatlas.testing.Atlas;

@QuarkusTest
class OpenApiTest {
    private static final String ACCEPT = "The OpenAPI document has changed. If that is meant, accept it: "
            + "mvn -q process-classes && cp target/classes/openapi/* openapi/";

    @ParameterizedTest
    @ValueSource(strings = {"openapi.json", "openapi.yaml"})
    void theCommittedDocumentIsTheOneThatIsBuilt(String file) throws IOException {
        byte[] built = Files.readAllBytes(Path.of("target", "classes", "openapi", file));
        assertTrue(Arrays.equals(Files.readAllBytes(Path.of("openapi", file)), built), ACCEPT);
    }

    @ParameterizedTest
    @CsvSource({
        "/q/openapi, openapi.yaml",
        "/q/openapi?format=yaml, openapi.yaml",
        "/q/openapi.yaml, openapi.yaml",
        "/q/openapi.yml, openapi.yaml",
        "/q/openapi?format=json, openapi.json",
        "/q/openapi?format=JSON, openapi.json",
        "/q/openapi.json, openapi.json"
    })
    void theDocumentThatIsServedIsTheSame(String path, String file) throws IOException {
        assertArrayEquals(
                Files.readAllBytes(Path.of("openapi", file)),
                Atlas.get(200, path).asByteArray());
    }

    @Test
    void aTypoInItsAddressIsNamed() {
        assertEquals(
                "format",
                Atlas.problem(400, "/q/openapi?format=xml").errors().get(0).parameter());
        assertEquals(
                "fromat",
                Atlas.problem(400, "/q/openapi?fromat=json").errors().get(0).parameter());
    }

    @Test
    void swaggerUiShowsIt() {
        String page = Atlas.get(200, "/q/swagger-ui/").asString();
        assertTrue(page.contains("'/q/openapi'") || page.contains("\"/q/openapi\""), page);
    }

    @Test
    void everyFilterOfEveryResourceIsAParameter() throws IOException {
        JsonNode parameters = document().at("/components/parameters");
        SchemaRegistry register = new SchemaRegistry(ResourceCatalog.DECLARATIONS);
        for (ResourceSchema declaration : register.declarations()) {
            for (Filter filter : register.filters(declaration)) {
                for (Operator operator : filter.operators()) {
                    String name = operator.parameter(filter.name());
                    String owner = CommonFields.contains(filter.name()) ? "records" : declaration.resource();
                    JsonNode parameter = parameters.get(owner + "." + name);
                    assertNotNull(parameter, declaration + " " + name);
                    assertEquals(name, parameter.get("name").textValue());
                    assertTrue(parameter.at("/schema/type").isTextual(), declaration + " " + name + " has no type");
                }
            }
        }
    }

    @Test
    void everyFieldOfEveryResourceIsAPropertyThatIsDescribed() throws IOException {
        JsonNode schemas = document().at("/components/schemas");
        for (ResourceSchema declaration : ResourceCatalog.DECLARATIONS) {
            JsonNode schema = schemas.get(ComponentNames.schema(declaration));
            declaration
                    .fields()
                    .forEach(field -> assertTrue(
                            schema.at("/properties/" + field.name() + "/description")
                                    .isTextual(),
                            field.name()));
        }
    }

    @Test
    void everyOperationIsNamedDescribedAndShownByAnExample() throws IOException {
        Set<String> ids = new HashSet<>();
        for (JsonNode path : document().get("paths")) {
            for (JsonNode operation : path) {
                assertTrue(ids.add(operation.get("operationId").textValue()), "an operationId twice: " + operation);
                assertTrue(operation.get("summary").isTextual());
                assertTrue(operation.get("description").isTextual());
                assertTrue(operation.at("/responses/400/$ref").isTextual());
                if (!operation.at("/responses").has("204")) {
                    JsonNode content = success(operation).get("content");
                    assertTrue(content.size() > 0, "no content: " + operation);
                    assertTrue(content.elements().next().has("example"), "no example: " + operation);
                }
            }
        }
    }

    private static JsonNode success(JsonNode operation) {
        JsonNode responses = operation.get("responses");
        return Stream.of("200", "201", "202")
                .filter(responses::has)
                .map(responses::get)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatTakesAKeySaysSo() throws IOException {
        JsonNode document = document();
        List<String> schemes = new ArrayList<>();
        document.at("/components/securitySchemes").fieldNames().forEachRemaining(schemes::add);
        assertEquals(List.of("bearer", "header"), schemes);
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    boolean open = operation.getKey().equals("get")
                            && Stream.of("/v1/keys", "/v1/imports").noneMatch(path.getKey()::startsWith);
                    assertEquals(
                            open ? 0 : schemes.size(),
                            operation.getValue().path("security").size(),
                            path.getKey());
                }));
    }

    @Test
    void everyPathThatIsDocumentedAnswers() throws IOException {
        JsonNode document = document();
        JsonNode paths = document.get("paths");
        paths.fieldNames().forEachRemaining(path -> {
            if (!paths.get(path).has("get") || paths.get(path).get("get").has("security")) {
                return; // what takes a key has tests of its own
            }
            if (path.equals("/v1/changes/stream")) {
                assertEquals(200, given().head(path).statusCode(), "it does not end");
                return;
            }
            String example = path.replace("/v1/vocabularies/{id}/{code}", "/v1/vocabularies/sectors/fintech")
                    .replace("/v1/countries/{id}", "/v1/countries/MA")
                    .replace("/v1/vocabularies/{id}", "/v1/vocabularies/sectors")
                    .replace("{code}", "unknown-record")
                    .replace("{version}", "1");
            if (example.contains("{id}")) {
                String list = example.substring(0, example.indexOf("/{id}"));
                String id = given().get(list + "?limit=1").jsonPath().getString("data[0].id");
                example = example.replace("{id}", id);
            }
            for (JsonNode parameter : paths.get(path).get("get").path("parameters")) {
                JsonNode described = parameter.has("$ref") ? component(document, parameter.get("$ref")) : parameter;
                if (described.path("required").booleanValue()
                        && described.get("in").textValue().equals("query")) {
                    example = Atlas.with(
                            example,
                            described.get("name").textValue(),
                            described.get("example").asText());
                }
            }
            Atlas.get(200, example);
        });
    }

    private static JsonNode component(JsonNode document, JsonNode reference) {
        return document.at(reference.textValue().substring(1));
    }

    private static JsonNode document() throws IOException {
        return Atlas.json().readTree(Files.readAllBytes(Path.of("openapi", "openapi.json")));
    }
}
