package org.startupatlas.imports.file;

import static java.util.Arrays.asList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.startupatlas.imports.file.ImportedFile.mapping;
import static org.startupatlas.imports.file.ImportedFile.utf8;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.H2Only;

/** Tests which field each column of a file is, by its name or by the mapping of the request. */
@QuarkusTest
@H2Only
class ColumnMappingTest {
    @Inject
    StartupFiles files;

    @Test
    void mappingReadsNestedValues() {
        ReadingOptions options =
                mapping("names.0.value", "name", "id", "external_ids.ror", "established", "founded", "types", "");
        ImportedFile file = files.read(
                utf8(
                        """
                        {"id":"https://ror.org/000025p04","names":[{"value":"TSRI","lang":null}],"established":2019,"types":["x"]}
                        {"id":"https://ror.org/00003ef66","names":[],"established":null,"locations":[]}
                        """),
                options);
        assertEquals("TSRI", file.text(0, "/name"));
        assertEquals("https://ror.org/000025p04", file.text(0, "/external_ids/ror"));
        assertEquals("2019", file.text(0, "/founded"));
        assertEquals(List.of(), file.problems(0));
        assertTrue(file.rows().get(1).record().at("/name").isMissingNode());
        assertTrue(file.rows().get(1).record().get("founded").isNull());
        assertEquals(asList("name", "external_ids.ror", "founded", null, null), file.fields());
    }

    @Test
    void mappingTakesPrecedenceAndIsValidated() {
        byte[] file = utf8("Nom,Raison sociale,Ville\nChari,Chari SARL,Fès\n");
        assertEquals("duplicate-column", files.read(file).code());
        ImportedFile mapped = files.read(file, mapping("Raison sociale", "name", "ville", ""));
        assertEquals(asList(null, "name", null), mapped.fields());
        assertEquals("Chari SARL", mapped.text(0, "/name"));
        assertEquals("unknown-column", files.read(file, mapping("Rue", "city")).code());
        assertEquals("unknown-field", files.read(file, mapping("Ville", "town")).code());
        assertEquals(
                "unknown-field", files.read(file, mapping("Ville", "version")).code());
        assertEquals(
                "column-twice",
                files.read(file, mapping("Nom", "name", "Ville", "name")).code());
    }

    @Test
    void fieldNameTakesPrecedenceOverOtherNames() {
        ImportedFile file = files.read(
                "name,Société,id,slug,version,created_at,labels.sectors,expanded.counts,Etc.\na,b,c,d,1,e,f,g,h\n");
        assertEquals(asList("name", null, "id", "slug", null, null, null, null, null), file.fields());
    }

    @Test
    void invisibleMarksAreIgnoredInNamesAndCodes() {
        ImportedFile file = files.read("\u200fالاسم\u200e,Sec\u200bteurs,N\u200d_OTES\nشركة,\u200fالصحة\u200f,x\n");
        assertEquals(asList("name", "sectors", "notes"), file.fields());
        assertEquals("healthtech", file.text(0, "/sectors/0"));
    }

    @Test
    void ambiguousNameIsResolvedByHeaderLanguage() {
        assertEquals(
                asList("name", "summary.fr", "city"),
                files.read("Nom,Description,Ville\na,b,c\n").fields());
        assertEquals(
                asList("name", "summary.en", "city"),
                files.read("Name,Description,City\na,b,c\n").fields());
        assertEquals(
                asList("name", "summary.ar", "city"),
                files.read("الاسم,الوصف,المدينة\na,b,c\n").fields());
    }
}
