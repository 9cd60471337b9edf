package org.startupatlas.dbcopy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tables of a database, read from its catalogue, so that none is forgotten. */
final class DatabaseCatalog {

    /** H2 and PostgreSQL have the same views of the standard. */
    private static final String COLUMNS = "SELECT c.table_name, c.column_name FROM information_schema.columns c"
            + " JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name"
            + " WHERE c.table_schema = CURRENT_SCHEMA AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'"
            + " AND t.table_name <> ? ORDER BY c.table_name, c.ordinal_position";

    private static final String FOREIGN_KEYS = "SELECT f.relname, t.relname FROM pg_constraint c"
            + " JOIN pg_class f ON f.oid = c.conrelid JOIN pg_class t ON t.oid = c.confrelid"
            + " WHERE c.contype = 'f' AND f.oid <> t.oid AND f.relnamespace = CURRENT_SCHEMA()::regnamespace";

    private final Map<String, Table> tables;

    private DatabaseCatalog(Map<String, Table> tables) {
        this.tables = tables;
    }

    /**
     * Reads the catalogue.
     *
     * @param historyTable Flyway's table of applied migrations, which is not copied
     */
    static DatabaseCatalog read(Connection connection, String historyTable) throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, historyTable);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                            .add(row.getString(2));
                }
            }
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        columns.forEach((name, columnNames) -> tables.put(name, new Table(name, columnNames)));
        return new DatabaseCatalog(tables);
    }

    boolean has(String table) {
        return tables.containsKey(table);
    }

    /** Returns the names of the tables, sorted. */
    Set<String> names() {
        return tables.keySet();
    }

    /** Returns the columns that only one of the two catalogues has, those of this one first. */
    Set<String> differences(DatabaseCatalog other) {
        Set<String> differences = new LinkedHashSet<>(columns());
        Set<String> common = new LinkedHashSet<>(other.columns());
        common.retainAll(differences);
        differences.addAll(other.columns());
        differences.removeAll(common);
        return differences;
    }

    private Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        tables.values().forEach(table -> table.columns().forEach(column -> columns.add(table.name() + "." + column)));
        return columns;
    }

    /**
     * Returns the tables, each after those that its foreign keys refer to.
     *
     * @param connection a connection to PostgreSQL
     */
    List<Table> inForeignKeyOrder(Connection connection) throws SQLException {
        Map<String, Set<String>> references = new LinkedHashMap<>();
        tables.keySet().forEach(name -> references.put(name, new LinkedHashSet<>()));
        try (PreparedStatement statement = connection.prepareStatement(FOREIGN_KEYS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                references.get(row.getString(1)).add(row.getString(2));
            }
        }
        List<Table> ordered = new ArrayList<>();
        while (!references.isEmpty()) {
            List<String> unreferencing = references.keySet().stream()
                    .filter(name -> references.get(name).stream().noneMatch(references::containsKey))
                    .toList();
            if (unreferencing.isEmpty()) {
                throw new IllegalStateException("these tables name one another: " + references.keySet());
            }
            unreferencing.forEach(name -> ordered.add(tables.get(name)));
            references.keySet().removeAll(unreferencing);
        }
        return ordered;
    }
}
