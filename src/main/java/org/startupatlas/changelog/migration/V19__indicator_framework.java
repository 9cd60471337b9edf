package org.startupatlas.changelog.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.Context;

/** Adds the framework of indicators, and the scope of their targets and observations. */
@Singleton
public final class V19__indicator_framework extends DocumentMigration {

    private static final List<String> COLUMNS = List.of(
            "indicator add column if not exists framework varchar(64)",
            "indicator_targets add column if not exists scope_key bytea",
            "indicator_observations add column if not exists scope_key bytea");

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            for (String column : COLUMNS) {
                statement.execute("alter table " + column);
            }
        }
        changeDocuments(connection, "indicators", "indicator", V19__indicator_framework::change);
    }

    private static boolean change(ObjectNode document) {
        NullNode none = NullNode.getInstance();
        boolean changed = putAfter("summary", "framework", none, document);
        for (JsonNode target : document.get("targets")) {
            changed |= putAfter("upper", "scope", none, (ObjectNode) target);
        }
        for (JsonNode observation : document.get("observations")) {
            changed |= putAfter("unit", "scope", none, (ObjectNode) observation);
        }
        return changed;
    }
}
