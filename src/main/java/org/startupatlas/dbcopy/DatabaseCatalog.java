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

/** The tables of a database, as its own catalogue lists them, so that none is ever forgotten. */
final class DatabaseCatalog {

    /** Both databases have the same views for it. */
    private static final String COLUMNS = "SELECT c.table_name, c.column_name FROM information_schema.columns c"
            + " JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name"
            + " WHERE c.table_schema = CURRENT_SCHEMA AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'"
            + " AND t.table_name <> ? ORDER BY c.table_name, c.ordinal_position";

    private static final String REFERENCES = "SELECT f.relname, t.relname FROM pg_constraint c"
            + " JOIN pg_class f ON f.oid = c.conrelid JOIN pg_class t ON t.oid = c.confrelid"
            + " WHERE c.contype = 'f' AND f.oid <> t.oid AND f.relnamespace = CURRENT_SCHEMA()::regnamespace";

    private final Map<String, Table> tables;

    private DatabaseCatalog(Map<String, Table> tables) {
        this.tables = tables;
    }

    /**
     * Reads the catalogue.
     *
     * @param history the table in which Flyway remembers its migrations, which is not data
     */
    static DatabaseCatalog read(Connection connection, String history) throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, history);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                            .add(row.getString(2));
                }
            }
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        columns.forEach((name, list) -> tables.put(name, new Table(name, list)));
        return new DatabaseCatalog(tables);
    }

    boolean has(String table) {
        return tables.containsKey(table);
    }

    /** The tables' names, sorted. */
    Set<String> names() {
        return tables.keySet();
    }

    /** What one of the two has and the other has not: tables, or columns of tables that both have; sorted. */
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
     * The tables, each behind those whose rows it names.
     *
     * @param connection to the PostgreSQL that has them
     */
    List<Table> inOrderOfReferences(Connection connection) throws SQLException {
        Map<String, Set<String>> references = new LinkedHashMap<>();
        tables.keySet().forEach(name -> references.put(name, new LinkedHashSet<>()));
        try (PreparedStatement statement = connection.prepareStatement(REFERENCES);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                references.get(row.getString(1)).add(row.getString(2));
            }
        }
        List<Table> order = new ArrayList<>();
        while (!references.isEmpty()) {
            List<String> free = references.keySet().stream()
                    .filter(name -> references.get(name).stream().noneMatch(references::containsKey))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("these tables name one another: " + references.keySet());
            }
            free.forEach(name -> order.add(tables.get(name)));
            references.keySet().removeAll(free);
        }
        return order;
    }
}
