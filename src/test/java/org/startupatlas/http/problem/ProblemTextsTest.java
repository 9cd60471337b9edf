package org.startupatlas.http.problem;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.schema.Language;
import org.startupatlas.testing.Atlas;

/** Tests the languages, texts and headers of problems. */
@QuarkusTest
class ProblemTextsTest {
    @ParameterizedTest
    @CsvSource({
        "'fr-MA,fr;q=0.9,en;q=0.5', fr, Les paramètres sont erronés",
        "'ar', ar, المعاملات غير صحيحة",
        "'de, en;q=0.1', en, The parameters are wrong",
        "'de', en, The parameters are wrong",
        "'%%%', en, The parameters are wrong"
    })
    void problemsAreInTheLanguageOfAcceptLanguage(String header, String language, String title) {
        Response answer = given().header("Accept-Language", header).get("/v1/startups?sector=fintech");
        assertEquals(title, answer.jsonPath().getString("title"));
        assertEquals(language, answer.header("Content-Language"));
        assertTrue(answer.header("Vary").contains("Accept-Language"));
    }

    @Test
    void langTakesPrecedenceOverAcceptLanguage() {
        Response answer = given().header("Accept-Language", "ar").get("/v1/startups?sector=fintech&lang=fr");
        assertEquals("fr", answer.header("Content-Language"));
    }

    @ParameterizedTest
    @EnumSource(ProblemKind.class)
    void everyKindOfProblemHasAPageAndTextsInThreeLanguages(ProblemKind kind) {
        String page = Atlas.get(200, "/problems/" + kind.code()).asString();
        for (Language language : Language.values()) {
            assertTrue(page.contains(ProblemTexts.title(kind, language)), language + " of " + kind);
            assertFalse(ProblemTexts.detail(kind.code(), List.of("a", "b", "c"), language)
                    .contains("{"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"problems_fr.properties", "problems_ar.properties"})
    void everyLanguageHasTheSameKeys(String file) throws IOException {
        assertEquals(keys("problems.properties"), keys(file));
    }

    private static Set<String> keys(String file) throws IOException {
        Properties words = new Properties();
        try (InputStream bytes = ProblemTextsTest.class.getResourceAsStream("/" + file)) {
            words.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        }
        return words.stringPropertyNames();
    }

    @Test
    void problemsAreNotStored() {
        assertEquals("no-store", Atlas.get(404, "/nothing").header("Cache-Control"));
    }

    @Test
    void validRequestIdOfTheCallerIsKept() {
        Response answer = given().header("X-Request-Id", "my-request.1").get("/nothing");
        assertEquals("my-request.1", answer.header("X-Request-Id"));
        assertEquals("my-request.1", answer.jsonPath().getString("request_id"));
        Response forged = given().header("X-Request-Id", "forged <line>").get("/nothing");
        assertFalse(forged.header("X-Request-Id").contains("forged"));
    }
}
