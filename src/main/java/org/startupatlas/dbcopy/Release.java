package org.startupatlas.dbcopy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Checks by which release a file was written, by the migrations that H2 and PostgreSQL have in common. */
final class Release {

    private static final String MIGRATIONS = "db/migration/";
    private static final String COMMON_MIGRATIONS = MIGRATIONS + "standard/";
    private static final String H2_MIGRATIONS = MIGRATIONS + "h2/";

    private Release() {}

    /**
     * Rejects a file to which other migrations were applied than those of this release.
     *
     * @param flyway has the migrations of this release
     */
    static void requireSameRelease(Connection source, Flyway flyway) throws SQLException {
        Map<String, Integer> applied = applied(source, flyway.getConfiguration().getTable());
        List<String> missing = new ArrayList<>();
        for (MigrationInfo migration : flyway.info().all()) {
            String script = file(migration.getScript());
            if (exists(COMMON_MIGRATIONS + script)
                    && !migration.getResolvedChecksum().equals(applied.get(script))) {
                missing.add(script);
            }
        }
        List<String> unknown = applied.keySet().stream()
                .filter(script -> !exists(COMMON_MIGRATIONS + script) && !exists(H2_MIGRATIONS + script))
                .sorted()
                .toList();
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

    private static Map<String, Integer> applied(Connection source, String historyTable) throws SQLException {
        Map<String, Integer> applied = new HashMap<>();
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery("SELECT \"script\", \"checksum\" FROM \"" + historyTable
                        + "\" WHERE \"success\" AND \"version\" IS NOT NULL")) {
            while (row.next()) {
                applied.put(file(row.getString(1)), row.getInt(2));
            }
        }
        return applied;
    }

    /**
     * Returns the file name of a script: Flyway within Quarkus stores its whole path, Flyway alone the part after the
     * folder.
     */
    private static String file(String script) {
        return script.substring(script.lastIndexOf('/') + 1);
    }

    private static boolean exists(String resource) {
        return Thread.currentThread().getContextClassLoader().getResource(resource) != null;
    }
}
