package org.startupatlas.dbcopy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Checks by which release a file was written, by the migrations that H2 and PostgreSQL have in common. */
final class Release {

    private static final String MIGRATIONS = "db/migration/";
    private static final String H2_MIGRATIONS = MIGRATIONS + "h2/";
    private static final String POSTGRESQL_MIGRATIONS = MIGRATIONS + "postgresql/";

    private Release() {}

    /**
     * Rejects a file to which other migrations were applied than those of this release.
     *
     * @param flyway has the migrations of this release
     */
    static void requireSameRelease(Connection source, Flyway flyway) throws SQLException {
        Map<String, Integer> applied = applied(source, flyway.getConfiguration().getTable());
        List<String> missing = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(applied.keySet());
        unknown.removeIf(name -> exists(H2_MIGRATIONS + name));
        for (MigrationInfo migration : versioned(flyway)) {
            String name = name(migration.getScript(), migration.getVersion().getVersion(), migration.getDescription());
            unknown.remove(name);
            boolean isApplied =
                    applied.containsKey(name) && Objects.equals(applied.get(name), migration.getResolvedChecksum());
            if (!isApplied && !exists(POSTGRESQL_MIGRATIONS + name)) {
                missing.add(name);
            }
        }
        if (!unknown.isEmpty()) {
            throw new CopyRefusedException("The file is of a newer release: this one does not know " + unknown
                    + ". Move it with a build of that release.");
        }
        if (!missing.isEmpty()) {
            throw new CopyRefusedException(
                    "The file is of an older release: it lacks " + missing
                            + ". Start the embedded build of this release on it (mvn package -DskipTests), stop it, and move again.");
        }
    }

    /** Returns the migrations without Flyway's own entry for the creation of its table. */
    private static List<MigrationInfo> versioned(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .filter(MigrationInfo::isVersioned)
                .toList();
    }

    private static Map<String, Integer> applied(Connection source, String historyTable) throws SQLException {
        Map<String, Integer> applied = new HashMap<>();
        try (Statement statement = source.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT \"script\", \"version\", \"description\", \"checksum\" FROM \""
                                + historyTable + "\" WHERE \"success\" AND \"version\" IS NOT NULL")) {
            while (row.next()) {
                applied.put(
                        name(row.getString(1), row.getString(2), row.getString(3)), row.getObject(4, Integer.class));
            }
        }
        return applied;
    }

    /**
     * Returns the file name of an SQL script: Flyway within Quarkus stores its whole path, Flyway alone the part after
     * the folder. The script of a migration in Java is its class, which may have another name in a later release, so its
     * version and description identify it.
     */
    private static String name(String script, String version, String description) {
        return script.endsWith(".sql") ? script.substring(script.lastIndexOf('/') + 1) : version + " " + description;
    }

    private static boolean exists(String resource) {
        return Thread.currentThread().getContextClassLoader().getResource(resource) != null;
    }
}
