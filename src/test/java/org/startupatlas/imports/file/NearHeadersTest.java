package org.startupatlas.imports.file;

import static java.util.Arrays.asList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.imports.cell.CellParser;
import org.startupatlas.resource.site.SiteRecord;
import org.startupatlas.testing.H2Only;

/** Tests which headers are taken for known ones, and what becomes of two columns for one field. */
@QuarkusTest
@H2Only
class NearHeadersTest {
    @Inject
    StartupFiles files;

    @Inject
    CellParser values;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nom *|name|",
                "Ville (siège)|city|Ville",
                "Ville [1]|city|Ville",
                "Effectif (ETP)|headcount|Effectif",
                "Effectif ETP|headcount|effectifs",
                "Secteurs d'activités|sectors|secteurs d'activité",
                "Secteur de l’activité|sectors|secteurs d'activité",
                "Ville / City|city|Ville",
                "المدينة / Ville|city|المدينة",
                "Ville de la startup|city|ville",
                "startup_city|city|city",
                "Company country|country|country",
                "Pays¹|country|Pays",
                "Dates de création|founded|date de création",
                "Cities|city|city",
                "القطاعات (رئيسية)|sectors|القطاعات",
                "Effectif (milliers)||",
                "Ville (fondateur)||",
                "Ville / Pays||",
                "Effectif 2019||",
                "Prénom||",
                "Tech Hub Name|name|name",
                "Factory Name (En)|name|name",
                "Nom du bénéficiaire|name|name",
                "Projet|name|name",
                "Nom du fondateur||",
                "File name||",
                "Nom (gérant)||",
            })
    void headersNearKnownOnesAreTakenForThem(String header, String field, String takenFor) {
        ImportedFile file = files.read("slug\t\"" + header + "\"\tzzz\nchari\t\t\n");
        Detection.Column column = file.detection().columns().get(1);
        assertEquals(field, column.field());
        if (takenFor == null || takenFor.isEmpty()) {
            assertNull(column.takenFor());
        } else {
            assertEquals(takenFor.toLowerCase(Locale.ROOT), column.takenFor().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void nameOfWordForRecordIsName() {
        ImportedFile file = ImportedFile.read(
                ImportedFile.utf8("hub_name,city\nKab A,Safi\n"), SiteRecord.SCHEMA, ReadingOptions.NONE, values);
        assertEquals(asList("name", "city"), file.fields());
    }

    @Test
    void exactColumnTakesPrecedenceOverNearOne() {
        assertEquals(
                asList("city", null),
                files.read("Ville,Ville (siège),slug\na,b,c\n").fields().subList(0, 2));
        assertEquals(
                asList(null, "city"),
                files.read("Ville (siège),Ville,slug\na,b,c\n").fields().subList(0, 2));
    }

    @Test
    void duplicateHeaderSaysWhichIsLeftOut() {
        ImportedFile file = files.read("Nom;Secteur;Secteur\nKa;fintech;agritech\n");
        assertEquals("duplicate-column", file.code());
        assertEquals(
                List.of("Secteur", "2", "Secteur", "3", "sectors", "{\"Secteur\":\"\"}"),
                file.refusal().arguments());
        files.read(ImportedFile.utf8("Nom;Secteur;Secteur\nKa;x;agritech\n"), ImportedFile.mapping("Secteur", ""))
                .assertRecords("{'name':'Ka','sectors':['agritech']}");
        files.read("Nom;Secteur;Secteur\nKa;;agritech\nKb;;fintech\n")
                .assertRecords("{'name':'Ka','sectors':['agritech']}", "{'name':'Kb','sectors':['fintech']}");
        String many = "Nom;Secteur;Secteur\n" + "Ka;fintech;\n".repeat(300);
        ImportedFile later = files.read(many + "Kb;fintech;agritech\nKc;fintech;fintech\n");
        assertEquals(List.of("filled-later"), later.problems(300));
        assertEquals(List.of(), later.problems(301));
    }
}
