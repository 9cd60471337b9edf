package org.startupatlas.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.Writes;

/** Tests that the founding year is derived from the date, also when the date is removed. */
@QuarkusTest
@TestProfile(ForWriting.class)
class DerivedFieldsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'founded':null} | ",
                "{'founded':'2021'} | 2021",
                "{'founded':null,'founded_year':2019} | 2019",
                "{'founded':'2021','founded_year':null} | 2021",
                "{'headcount':3} | 2020",
            })
    void patchedDateDerivesTheYear(String patch, Integer year) {
        StartupRecord startup = Writes.createStartup("Patched year", ",\"founded\":\"2020-05\"");
        assertEquals(2020, startup.foundedYear());
        Writes.patch(200, Atlas.path(startup), 1, patch.replace('\'', '"'));
        StartupRecord patched = Atlas.one(startup);
        assertEquals(year, patched.foundedYear());
        assertEquals(
                year == null ? 0 : 1,
                Atlas.page(
                                StartupRecord.class,
                                "/v1/startups?founded_year=" + (year == null ? 2020 : year) + "&slug=" + patched.slug())
                        .data()
                        .size());
    }

    @Test
    void putDateDerivesTheYear() {
        StartupRecord startup = Writes.createStartup("Sent back year", ",\"founded\":\"2020-05\"");
        ObjectNode record = (ObjectNode) Atlas.tree(Atlas.path(startup));
        StartupRecord moved = put(startup, 1, record.put("founded", "2021"));
        assertEquals(2021, moved.foundedYear());
        record.put("founded_year", 2021)
                .put("version", 2)
                .put("updated_at", moved.updatedAt().toString());
        StartupRecord cleared = put(startup, 2, record.putNull("founded"));
        assertNull(cleared.founded());
        assertNull(cleared.foundedYear());
    }

    @Test
    void yearWithoutADateIsKept() {
        StartupRecord startup = Writes.createStartup("Own year", ",\"founded_year\":2018");
        Writes.patch(200, Atlas.path(startup), 1, "{\"headcount\":1,\"founded\":null}");
        assertEquals(2018, Atlas.one(startup).foundedYear());
        Writes.patch(422, Atlas.path(startup), 2, "{\"founded\":\"2019\",\"founded_year\":2020}");
    }

    @Test
    void mergeDoesNotFillAContradictingDate() {
        StartupRecord survivor = Writes.createStartup("Year kept", ",\"founded_year\":2018");
        Writes.createStartup("Year other", ",\"founded\":\"2019-05\"");
        Writes.createStartup("Year same", ",\"founded\":\"2018-05\"");
        Writes.merge(200, Atlas.path(survivor), 1, "year-other");
        StartupRecord merged = Atlas.one(survivor);
        assertEquals(2018, merged.foundedYear());
        assertNull(merged.founded());
        Writes.merge(200, Atlas.path(survivor), merged.version(), "year-same");
        assertEquals("2018-05", Atlas.one(survivor).founded().text());
    }

    @Test
    void dateAndYearAreRedactedTogether() {
        StartupRecord startup = Writes.createStartup("Redacted year", ",\"founded\":\"2020-05\"");
        Writes.post(422, Atlas.path(startup) + "/redact", "{\"path\":\"founded_year\"}");
        Writes.post(200, Atlas.path(startup) + "/redact", "{\"path\":\"founded\"}");
        for (String copy : new String[] {Atlas.path(startup), Atlas.path(startup) + "/versions/1"}) {
            assertNull(Atlas.one(StartupRecord.class, copy).foundedYear(), copy);
        }
    }

    private static StartupRecord put(StartupRecord startup, int version, ObjectNode record) {
        Response answer = Writes.put(200, Atlas.path(startup), version, record.toString());
        return Atlas.read(StartupRecord.class, answer);
    }
}
