package org.startupatlas.openapi.schema;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.openapi.path.FilterParameters;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Filter;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.type.Operator;
import org.startupatlas.testing.Atlas;

@QuarkusTest
class OpenApiTest {
    private static final String ACCEPT = "The OpenAPI document has changed. If that is meant, accept it: "
            + "mvn -q process-classes && cp target/classes/openapi/* openapi/";

    private static final List<Operator> ALWAYS_NAMED =
            List.of(Operator.EQUAL, Operator.GREATER_OR_EQUAL, Operator.LESS_OR_EQUAL);

    @ParameterizedTest
    @ValueSource(strings = {"openapi.json", "openapi.yaml"})
    void committedDocumentEqualsTheBuiltOne(String file) throws IOException {
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
    void servedDocumentIsTheSame(String path, String file) throws IOException {
        assertArrayEquals(
                Files.readAllBytes(Path.of("openapi", file)),
                Atlas.get(200, path).asByteArray());
    }

    @Test
    void mistypedPathOfTheDocumentHasASuggestion() {
        assertEquals(
                "format",
                Atlas.problem(400, "/q/openapi?format=xml").errors().get(0).parameter());
        assertEquals(
                "fromat",
                Atlas.problem(400, "/q/openapi?fromat=json").errors().get(0).parameter());
    }

    @Test
    void swaggerUiShowsTheDocument() {
        String page = Atlas.get(200, "/q/swagger-ui/").asString();
        assertTrue(page.contains("'/q/openapi'") || page.contains("\"/q/openapi\""), page);
    }

    @Test
    void everyFilterOfEveryResourceIsAParameter() throws IOException {
        JsonNode document = document();
        SchemaRegistry register = new SchemaRegistry(ResourceCatalog.SCHEMAS);
        for (ResourceSchema declaration : register.schemas()) {
            Map<String, JsonNode> named = named(document, declaration);
            Pattern others = names(declaration.resource());
            for (Filter filter : register.filters(declaration)) {
                boolean isOwn = register.ownFilters(declaration).contains(filter)
                        && !filter.name().contains(".");
                for (Operator operator : filter.operators()) {
                    String name = operator.parameter(filter.name());
                    JsonNode parameter = named.get(name);
                    if (parameter == null) {
                        assertTrue(others.matcher(name).matches(), declaration + " " + name);
                        assertFalse(isOwn && ALWAYS_NAMED.contains(operator), declaration + " " + name);
                    } else {
                        JsonNode schema = resolved(document, parameter.get("schema"));
                        assertTrue(schema.get("type").isTextual(), declaration + " " + name + " has no type");
                        assertEquals(
                                filter.takesSeveral(operator),
                                schema.get("type").textValue().equals("array"),
                                declaration + " " + name);
                    }
                }
            }
        }
    }

    /** The parameters of a list by name. */
    private static Map<String, JsonNode> named(JsonNode document, ResourceSchema declaration) {
        Map<String, JsonNode> named = new HashMap<>();
        document.at("/paths/~1v1~1" + declaration.resource() + "/get/parameters")
                .forEach(reference -> {
                    JsonNode parameter = resolved(document, reference);
                    named.put(parameter.get("name").textValue(), parameter);
                });
        return named;
    }

    /** What the names of a resource's filters match that are no parameters by name. */
    private static Pattern names(String resource) throws IOException {
        return Pattern.compile(document()
                .at("/components/parameters/" + resource + ".filters/schema/propertyNames/pattern")
                .textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sector__ne", "sectors__neq", "sectors__", "sectors.", "sectors..code__ne", "xsectors", ""})
    void invalidFilterIsNotDocumented(String name) throws IOException {
        assertFalse(names("startups").matcher(name).matches());
    }

    @Test
    void documentIsSmall() throws IOException {
        assertTrue(Files.size(Path.of("openapi", "openapi.json")) <= 500_000, "too large");
        document().get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> assertTrue(
                        operation.getValue().path("parameters").size() <= FilterParameters.MAX_PARAMETERS,
                        operation.getKey() + " " + path.getKey())));
    }

    @Test
    void everyResponseHasOneMediaType() throws IOException {
        JsonNode document = document();
        document.get("paths")
                .forEach(path -> path.forEach(operation -> operation
                        .get("responses")
                        .forEach(response -> assertTrue(
                                resolved(document, response).path("content").size() <= 1, response::toString))));
    }

    @Test
    void optionsAreEnumsAndCodesAreNot() throws IOException {
        JsonNode document = document();
        for (ResourceSchema declaration : ResourceCatalog.SCHEMAS) {
            for (String option : List.of("sort", "facets", "fields", "expand", "group_by", "metrics")) {
                JsonNode parameter = document.at("/components/parameters/" + declaration.resource() + "." + option);
                assertTrue(
                        parameter.isMissingNode()
                                || parameter.at("/schema/items/enum").size() > 0,
                        declaration + " " + option);
            }
        }
        JsonNode sectors = document.at("/components/schemas/SectorsCode");
        assertEquals("string", sectors.get("type").textValue());
        assertFalse(sectors.has("enum"));
        List<String> codes = new ArrayList<>();
        Atlas.tree("/v1/vocabularies/sectors")
                .get("terms")
                .forEach(term -> codes.add(term.get("code").textValue()));
        assertEquals(codes, Atlas.json().convertValue(sectors.get("x-extensible-enum"), List.class));
    }

    @Test
    void namesAreDistinctAsIdentifiers() throws IOException {
        JsonNode document = document();
        document.at("/components/schemas")
                .properties()
                .forEach(schema ->
                        assertDifferent(schema.getKey(), names(schema.getValue().path("properties"))));
        // Each of these becomes a separate type.
        List<String> types = names(document.at("/components/schemas"));
        types.addAll(names(document.at("/components/parameters")));
        assertDifferent("components", types);
        document.get("paths")
                .forEach(path -> path.forEach(operation -> {
                    List<String> names = new ArrayList<>();
                    operation
                            .path("parameters")
                            .forEach(parameter -> names.add(
                                    resolved(document, parameter).get("name").textValue()));
                    assertDifferent(operation.get("operationId").textValue(), names);
                }));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        // The years of startups as a period and as a field; both were in /v1 before identifiers were compared.
        names.remove("founded__year");
        return names;
    }

    /** Generators remove characters that identifiers cannot have, and may ignore case. */
    private static void assertDifferent(String owner, List<String> names) {
        Set<String> identifiers = new HashSet<>();
        names.forEach(name -> assertTrue(
                identifiers.add(name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT)), owner + " " + name));
    }

    @Test
    void everyFieldIsADescribedProperty() throws IOException {
        JsonNode schemas = document().at("/components/schemas");
        for (ResourceSchema declaration : ResourceCatalog.SCHEMAS) {
            JsonNode schema = schemas.get(ComponentNames.schema(declaration));
            for (Field field : declaration.fields()) {
                JsonNode own = schema.at("/properties/" + field.name());
                JsonNode property = own.isMissingNode() ? schemas.at("/Record/properties/" + field.name()) : own;
                assertTrue(property.path("description").isTextual(), field.name());
            }
        }
    }

    @Test
    void everyOperationHasNameDescriptionAndExample() throws IOException {
        JsonNode document = document();
        Set<String> ids = new HashSet<>();
        for (JsonNode path : document.get("paths")) {
            for (JsonNode operation : path) {
                assertTrue(ids.add(operation.get("operationId").textValue()), "an operationId twice: " + operation);
                assertTrue(operation.get("summary").isTextual());
                assertTrue(operation.get("description").isTextual());
                assertTrue(operation.at("/responses/400/$ref").isTextual());
                if (!operation.at("/responses").has("204")) {
                    JsonNode content = resolved(document, success(operation)).get("content");
                    assertTrue(content.size() > 0, "no content: " + operation);
                    JsonNode described = content.elements().next();
                    assertTrue(described.has("example") || described.has("examples"), "no example: " + operation);
                }
            }
        }
    }

    /** Swagger UI and generated types do not show the description of a parameter's schema. */
    @Test
    void parametersAreDescribedByThemselves() throws IOException {
        JsonNode document = document();
        List<JsonNode> parameters = new ArrayList<>();
        document.at("/components/parameters").forEach(parameters::add);
        document.get("paths")
                .forEach(path ->
                        path.forEach(operation -> operation.path("parameters").forEach(parameters::add)));
        parameters.forEach(parameter -> assertFalse(parameter.path("schema").has("description"), parameter::toString));
        assertEquals(
                "Full-text search.",
                document.at("/components/parameters/q/description").textValue());
    }

    @Test
    void operationsThatAnswer304TakeETags() throws IOException {
        document().get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> assertEquals(
                        operation.getValue().path("responses").has("304"),
                        operation.getValue().path("parameters").findValuesAsText("$ref").stream()
                                .anyMatch("#/components/parameters/If-None-Match"::equals),
                        operation.getKey() + " " + path.getKey())));
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
    void operationsDeclareTheirSecurity() throws IOException {
        JsonNode document = document();
        List<String> schemes = new ArrayList<>();
        document.at("/components/securitySchemes").fieldNames().forEachRemaining(schemes::add);
        assertEquals(List.of("bearer", "header"), schemes);
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    boolean open = operation.getKey().equals("get")
                            && Stream.of("/v1/keys", "/v1/imports", "/v1/proposals")
                                    .noneMatch(path.getKey()::startsWith);
                    JsonNode security = operation.getValue().path("security");
                    List<String> keyless = List.of(
                            "createProposal",
                            "getProposal",
                            "answerCurator",
                            "matchNeed",
                            "whatIf",
                            "findOpportunities");
                    if (keyless.contains(operation.getValue().get("operationId").textValue())) {
                        assertTrue(security.get(security.size() - 1).isEmpty(), "a key is optional: " + path.getKey());
                    } else {
                        assertEquals(open ? 0 : schemes.size(), security.size(), path.getKey());
                    }
                }));
    }

    /** Swagger UI fills in the examples and defaults of all parameters, and sends them together. */
    @Test
    void everyGetAnswersAsFormsPrefillIt() throws IOException {
        JsonNode document = document();
        JsonNode paths = document.get("paths");
        paths.fieldNames().forEachRemaining(path -> {
            JsonNode get = paths.get(path).path("get");
            if (get.isMissingNode() || get.has("security")) {
                return; // what takes a key has tests of its own
            }
            if (path.equals("/v1/changes/stream")) {
                assertEquals(200, given().head(path).statusCode(), "it does not end");
                return;
            }
            String target = path;
            for (JsonNode parameter : get.path("parameters")) {
                target = withPrefilled(target, resolved(document, parameter));
            }
            Atlas.get(200, target);
        });
    }

    private static String withPrefilled(String target, JsonNode parameter) {
        String name = parameter.get("name").textValue();
        JsonNode value = Stream.of("/examples/example/value", "/example", "/schema/example", "/schema/default")
                .map(parameter::at)
                .filter(each -> !each.isMissingNode())
                .findFirst()
                .orElse(parameter.path("nothing"));
        if (value.isMissingNode() || value.isContainerNode() && value.isEmpty()) {
            return target;
        }
        return parameter.get("in").textValue().equals("path")
                ? target.replace("{" + name + "}", value.asText())
                : Atlas.with(target, name, value.asText());
    }

    private static JsonNode resolved(JsonNode document, JsonNode described) {
        return described.has("$ref")
                ? document.at(described.get("$ref").textValue().substring(1))
                : described;
    }

    private static JsonNode document() throws IOException {
        return Atlas.json().readTree(Files.readAllBytes(Path.of("openapi", "openapi.json")));
    }
}
