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

/** Which release a file was written by, told by the migrations that both databases have. */
final class Release {

    private static final String MIGRATIONS = "db/migration/";
    private static final String OF_BOTH = MIGRATIONS + "standard/";
    private static final String OF_H2 = MIGRATIONS + "h2/";

    private Release() {}

    /**
     * Refuses a file that was not migrated as this release does.
     *
     * @param flyway knows this release's migrations
     */
    static void requireThatOf(Connection source, Flyway flyway) throws SQLException {
        Map<String, Integer> there = applied(source, flyway.getConfiguration().getTable());
        List<String> missing = new ArrayList<>();
        for (MigrationInfo migration : flyway.info().all()) {
            String script = file(migration.getScript());
            if (isThere(OF_BOTH + script) && !migration.getResolvedChecksum().equals(there.get(script))) {
                missing.add(script);
            }
        }
        List<String> unknown = there.keySet().stream()
                .filter(script -> !isThere(OF_BOTH + script) && !isThere(OF_H2 + script))
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

    private static Map<String, Integer> applied(Connection source, String history) throws SQLException {
        Map<String, Integer> applied = new HashMap<>();
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery("SELECT \"script\", \"checksum\" FROM \"" + history
                        + "\" WHERE \"success\" AND \"version\" IS NOT NULL")) {
            while (row.next()) {
                applied.put(file(row.getString(1)), row.getInt(2));
            }
        }
        return applied;
    }

    /** Quarkus has the whole path of a script, Flyway alone what is behind its folder. */
    private static String file(String script) {
        return script.substring(script.lastIndexOf('/') + 1);
    }

    private static boolean isThere(String resource) {
        return Thread.currentThread().getContextClassLoader().getResource(resource) != null;
    }
}
