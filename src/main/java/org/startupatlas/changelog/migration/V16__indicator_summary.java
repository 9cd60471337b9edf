package org.startupatlas.changelog.migration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.Context;

/** Adds the summary of indicators, in three languages. Those written before have none. */
@Singleton
public final class V16__indicator_summary extends DocumentMigration {

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            for (String column : List.of("summary_fr_key", "summary_ar_key", "summary_en_key")) {
                statement.execute("alter table indicator add column if not exists " + column + " bytea");
            }
        }
        ObjectNode none = JsonNodeFactory.instance
                .objectNode()
                .putNull("fr")
                .putNull("ar")
                .putNull("en");
        changeDocuments(
                connection, "indicators", "indicator", document -> putAfter("other_names", "summary", none, document));
    }
}
