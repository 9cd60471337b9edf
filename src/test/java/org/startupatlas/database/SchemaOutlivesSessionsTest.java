package org.startupatlas.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.testing.H2Only;
import org.startupatlas.testing.Migrations;

/** Tests that no schema object keeps the session that created it, with which H2 2.4.240 fails at the next write. */
@H2Only
class SchemaOutlivesSessionsTest {
    private static final String URL = "jdbc:h2:mem:schema;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            + ";DEFAULT_NULL_ORDERING=HIGH;NON_KEYWORDS=VALUE";

    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = 'public'"
                    + " and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history' order by table_name";

    /** SQLSTATEs of violated check constraints, foreign keys and unique keys. */
    private static final Set<String> CHECKED = Set.of("23513", "23506", "23505");

    /** Keeps the database in memory, which is dropped with its last connection. */
    private Connection keeper;

    @BeforeEach
    void open() throws SQLException {
        keeper = DriverManager.getConnection(URL);
    }

    @AfterEach
    void close() throws SQLException {
        keeper.close();
    }

    @Test
    void everyTableAcceptsRowsAfterTheSessionOfTheMigrations() throws SQLException {
        Migrations.of("h2").dataSource(URL, "", "").load().migrate();
        List<String> tables = tables();
        assertTrue(tables.containsAll(List.of("api_key", "import_job", "change", "startup")), tables::toString);
        Map<String, String> unusable = new LinkedHashMap<>();
        for (String table : tables) {
            String failure = insert(table);
            if (!failure.isEmpty() && !CHECKED.contains(failure.split(" ")[0])) {
                unusable.put(table, failure);
            }
        }
        assertEquals(Map.of(), unusable);
    }

    /** Proves that the test above detects such a schema. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "word varchar not null, constraint c check (word in ('a', 'x'))",
                "word varchar not null, constraint c check (word = 'a' or word = 'x')",
                "word varchar not null, first varchar generated always as (case when word in ('a', 'x') then 1 end)"
            })
    void listOfConstantsKeepsTheSession(String columns) throws SQLException {
        makeInSessionOfItsOwn("create table kept (" + columns + ")");
        assertFalse(Set.of("", "23513").contains(insert("kept").split(" ")[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"array['a', 'x']", "array['x']"})
    void arrayDoesNotKeepTheSession(String words) throws SQLException {
        makeInSessionOfItsOwn(
                "create table kept (word varchar not null, constraint c check (word = any (" + words + ")))");
        assertEquals("", insert("kept"));
        // H2 recreates the table and its constraints.
        makeInSessionOfItsOwn("alter table kept add column later integer");
        assertEquals("", insert("kept"));
    }

    private static void makeInSessionOfItsOwn(String sql) throws SQLException {
        try (Connection own = DriverManager.getConnection(URL);
                Statement statement = own.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> tables() throws SQLException {
        return strings(TABLES);
    }

    private List<String> strings(String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Statement statement = keeper.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                strings.add(row.getString(1));
            }
        }
        return strings;
    }

    /** Inserts a row with a value in each required column; returns the failure, if any. */
    private String insert(String table) throws SQLException {
        List<String> columns = strings("select column_name from information_schema.columns where table_name = '" + table
                + "' and table_schema = 'public' and is_nullable = 'NO' and is_generated = 'NEVER'"
                + " and column_default is null and is_identity = 'NO' order by ordinal_position");
        List<String> values = strings("select case upper(data_type)"
                + " when 'CHARACTER VARYING' then '''x''' when 'BINARY VARYING' then 'X''00'''"
                + " when 'BOOLEAN' then 'true' when 'UUID' then 'random_uuid()'"
                + " when 'TIMESTAMP WITH TIME ZONE' then 'current_timestamp' when 'DATE' then 'current_date'"
                + " when 'ARRAY' then 'array[]' else '1' end"
                + " from information_schema.columns where table_name = '" + table
                + "' and table_schema = 'public' and is_nullable = 'NO' and is_generated = 'NEVER'"
                + " and column_default is null and is_identity = 'NO' order by ordinal_position");
        String names = columns.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        try (Connection other = DriverManager.getConnection(URL);
                Statement statement = other.createStatement()) {
            statement.execute(
                    "insert into \"" + table + "\" (" + names + ") values (" + String.join(", ", values) + ")");
            return "";
        } catch (SQLException failed) {
            return failed.getSQLState() + " " + failed.getMessage();
        }
    }
}
