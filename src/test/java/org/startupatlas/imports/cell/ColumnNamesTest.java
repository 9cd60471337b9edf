package org.startupatlas.imports.cell;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.resource.startup.StartupSchema;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.H2Only;

/** Every field that can be written is called something in each of the three languages, and no two alike. */
@H2Only
class ColumnNamesTest {

    static Stream<ResourceSchema> written() {
        return ResourceCatalog.DECLARATIONS.stream()
                .filter(declaration -> !declaration.resource().equals(ResourceSchema.COUNTRIES));
    }

    @ParameterizedTest
    @MethodSource("written")
    void everyFieldHasWordsInThreeLanguages(ResourceSchema declaration) {
        assertAll(ColumnNames.of(declaration).names().stream().map(name -> () -> {
            Map<Language, List<String>> words = ColumnNames.words(declaration, name);
            assertEquals(Language.values().length, words.size(), name);
            words.forEach((language, those) ->
                    those.forEach(word -> assertFalse(ColumnNames.key(word).isEmpty(), name + " " + language)));
        }));
    }

    @ParameterizedTest
    @MethodSource("written")
    void aWordMeansOneFieldInALanguage(ResourceSchema declaration) {
        Map<String, String> meanings = new HashMap<>();
        List<String> doubtful = new ArrayList<>();
        for (String name : ColumnNames.of(declaration).names()) {
            ColumnNames.words(declaration, name).forEach((language, words) -> words.stream()
                    .map(ColumnNames::key)
                    .distinct()
                    .forEach(word -> {
                        String other = meanings.put(language + " " + word, name);
                        if (other != null) {
                            doubtful.add(language + " " + word + ": " + other + ", " + name);
                        }
                    }));
        }
        assertEquals(List.of(), doubtful);
    }

    @ParameterizedTest
    @MethodSource("written")
    void everyFieldIsFoundByItsOwnName(ResourceSchema declaration) {
        ColumnNames names = ColumnNames.of(declaration);
        assertAll(names.names().stream()
                .map(name -> () ->
                        assertEquals(name, names.declared(name.toUpperCase()).orElseThrow())));
    }

    @ParameterizedTest
    @CsvSource({
        "Nom, name",
        "Société, name",
        "Company, name",
        "Raison sociale, name",
        "الاسم, name",
        "Secteur, sectors",
        "القطاع, sectors",
        "Ville, city",
        "المدينة, city",
        "Pays, country",
        "Site web, website",
        "Année de création, founded_year",
        "Effectif, headcount",
        "Statut, status",
        "RAISON_SOCIALE, name",
        "date-de-creation, founded",
        "الموقع الإلكتروني, website",
        "N° ICE, external_ids.ice",
    })
    void usualHeadersOfStartupsAreKnown(String header, String field) {
        assertTrue(ColumnNames.of(StartupSchema.STARTUPS).meanings(header).containsValue(field));
    }
}
