package org.startupatlas.changelog.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.api.migration.Context;

/** Adds to claims the reason why a field has no value. Claims written before have none. */
@Singleton
public final class V17__absent_values extends DocumentMigration {

    /** The resources of this version, with their tables. */
    private static final Map<String, String> TABLES = Map.of(
            "startups", "startup",
            "programs", "program",
            "partners", "partner",
            "countries", "country",
            "participations", "participation",
            "agreements", "agreement",
            "funding_rounds", "funding_round",
            "sites", "site",
            "indicators", "indicator",
            "vocabularies", "vocabulary");

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        for (Map.Entry<String, String> each : TABLES.entrySet()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "alter table " + each.getValue() + "_provenance add column if not exists absent varchar(64)");
            }
            changeDocuments(connection, each.getKey(), each.getValue(), V17__absent_values::change);
        }
    }

    private static boolean change(ObjectNode document) {
        boolean changed = false;
        for (JsonNode claim : document.get("provenance")) {
            changed |= putAfter("value", "absent", NullNode.getInstance(), (ObjectNode) claim);
        }
        return changed;
    }
}
