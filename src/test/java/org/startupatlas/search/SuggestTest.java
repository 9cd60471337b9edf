package org.startupatlas.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.Atlas;

/** Tests the completion of typed names. */
@QuarkusTest
class SuggestTest {
    /** The JSON of a suggestion. */
    record Suggestion(
            String resource, String id, String slug, String name, String text, String code, JsonNode filters) {
        String key() {
            return resource + "/" + slug;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cloudf, startups/cloudfret, <mark>CloudF</mark>ret",
        "cloud f, startups/cloudfret, <mark>CloudFret</mark>",
        "yolaf, startups/yola-fresh, <mark>YoLa</mark> <mark>Fresh</mark>",
        "nuit, startups/nuitee, <mark>Nuit</mark>ée",
        "maroc, countries/MA, <mark>Maroc</mark>",
        "المغ, countries/MA, <mark>المغ</mark>رب",
        "cluodfr, startups/cloudfret, CloudFret",
    })
    void typedTextIsCompleted(String typed, String key, String text) {
        Suggestion first = suggest(typed).get(0);
        assertEquals(key, first.key());
        assertEquals(text, first.text());
    }

    @Test
    void everyNameIsSuggestedForEachPrefix() {
        for (ResourceSchema schema : ResourceCatalog.SCHEMAS) {
            String list = "/v1/" + schema.resource();
            for (JsonNode record : Atlas.page(JsonNode.class, list + "?limit=3").data()) {
                String name = record.get("name").textValue();
                for (int typed = Math.min(6, name.length()); typed <= name.length(); typed += 5) {
                    String path = Atlas.with(
                            "/v1/suggest?limit=20&resource=" + schema.resource(), "q", name.substring(0, typed));
                    assertTrue(
                            Atlas.page(Suggestion.class, path).data().stream().anyMatch(each -> each.slug()
                                    .equals(record.get("slug").textValue())),
                            path);
                }
            }
        }
    }

    @Test
    void shorterNamesRankFirst() {
        List<String> names = suggest("technop").stream().map(Suggestion::name).toList();
        assertEquals("Technopark Fès", names.get(0));
        assertEquals(10, names.size());
    }

    @Test
    void unknownTextHasNoSuggestion() {
        assertEquals(List.of(), suggest("zzqqxxjj"));
    }

    private static List<Suggestion> suggest(String typed) {
        return Atlas.page(Suggestion.class, Atlas.with("/v1/suggest", "q", typed))
                .data();
    }
}
