package org.startupatlas.changelog.migration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.Context;

/** Adds to programs their criteria of eligibility. Those written before have none. */
@Singleton
public final class V23__program_criteria extends DocumentMigration {

    private static final List<String> TABLE = List.of(
            """
            create table program_criteria (
                owner uuid not null,
                position integer not null,
                kind varchar(200),
                code varchar(200),
                min integer,
                max integer,
                date_first date,
                date_last date,
                note_key bytea,
                source_key bytea,
                constraint program_criteria_pk primary key (owner, position),
                constraint program_criteria_owner_fk foreign key (owner) references program (id)
            )""",
            "create index program_criteria_code_idx on program_criteria (code, owner)");

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
                "programs",
                "program",
                document -> putAfter("eligibility", "criteria", JsonNodeFactory.instance.arrayNode(), document));
    }
}
