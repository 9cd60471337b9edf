package org.startupatlas.changelog.migration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.Context;

/** Adds to partners the partners in whose network they are. Those written before are in none. */
@Singleton
public final class V20__partner_networks extends DocumentMigration {

    private static final List<String> TABLE = List.of(
            """
            create table partner_networks (
                owner uuid not null,
                item uuid not null,
                constraint partner_networks_pk primary key (owner, item),
                constraint partner_networks_owner_fk foreign key (owner) references partner (id),
                constraint partner_networks_item_fk foreign key (item) references partner (id)
            )""",
            "create index partner_networks_item_idx on partner_networks (item, owner)");

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            for (String definition : TABLE) {
                statement.execute(definition);
            }
        }
        changeDocuments(
                connection,
                "partners",
                "partner",
                document -> putAfter("sectors", "networks", JsonNodeFactory.instance.arrayNode(), document));
    }
}
