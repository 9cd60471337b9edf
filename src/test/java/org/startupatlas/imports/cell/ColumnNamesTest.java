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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.resource.country.CountryRecord;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/** Tests the names by which a column is found, and that no two fields share one. */
class ColumnNamesTest {

    static Stream<ResourceSchema> schemas() {
        return ResourceCatalog.SCHEMAS.stream()
                .filter(schema -> !schema.resource().equals(ResourceSchema.COUNTRIES));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyNameHasLettersOrDigits(ResourceSchema schema) {
        assertAll(ColumnNames.of(schema).names().stream()
                .map(name -> () -> ColumnNames.words(schema, name)
                        .forEach((language, words) -> words.forEach(
                                word -> assertFalse(ColumnNames.key(word).isEmpty(), name + " " + language)))));
    }

    @Test
    void fieldThatTheTableOmitsHasItsOwnNameInEnglish() {
        assertEquals(
                Map.of(Language.EN, "calling_codes"),
                ColumnNames.of(CountryRecord.SCHEMA).meanings("Calling Codes"));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void nameMeansOneFieldInEachLanguage(ResourceSchema schema) {
        Map<String, String> meanings = new HashMap<>();
        List<String> doubtful = new ArrayList<>();
        for (String name : ColumnNames.of(schema).fields().keySet()) {
            ColumnNames.words(schema, name).forEach((language, words) -> words.stream()
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
    @MethodSource("schemas")
    void everyFieldIsFoundByItsDottedName(ResourceSchema schema) {
        ColumnNames names = ColumnNames.of(schema);
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
        "Source, source",
        "URL source, source_url",
        "Lien de la source, source_url",
        "Date source, source_date",
        "Fiabilité, confidence",
        "المصدر, source",
        "Lien, website",
        "URL, website",
    })
    void commonHeadersOfStartupsAreKnown(String header, String field) {
        assertTrue(ColumnNames.of(StartupRecord.SCHEMA).meanings(header).containsValue(field));
    }
}
