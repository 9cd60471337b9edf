package org.startupatlas.changelog.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.startupatlas.changelog.Redaction;
import org.startupatlas.query.lookup.RecordDelta;
import org.startupatlas.query.lookup.RecordDeltas;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.sql.Jdbc;
import org.startupatlas.sql.SqlBuilder;

/** Reads from the log what came in the place of what, in one statement. */
@Singleton
final class LoggedRecordDeltas implements RecordDeltas {

    private final ObjectMapper json;

    LoggedRecordDeltas(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A change of the log.
     *
     * @param before the version before, as the log tells it now; null where there is none
     */
    private record Logged(long revision, int version, byte[] changed, byte[] before, byte[] after) {

        static Logged of(ResultSet row) throws SQLException {
            return new Logged(row.getLong(1), row.getInt(2), row.getBytes(3), row.getBytes(4), row.getBytes(5));
        }
    }

    @Override
    public Optional<List<RecordDelta>> since(Connection connection, ResourceSchema declaration, long since, int most)
            throws SQLException {
        SqlBuilder sql = new SqlBuilder()
                .append("SELECT c.revision, c.version, c.changed, b.document, c.document FROM"
                        + " (SELECT * FROM change q WHERE q.resource = ")
                .bind(declaration.resource())
                .append(" AND q.revision > ")
                .bind(since)
                // Written out, not bound: PostgreSQL is to plan for few rows.
                .append(" ORDER BY q.resource, q.revision LIMIT " + (most + 1) + ") c LEFT JOIN change b"
                        + " ON b.resource = c.resource AND b.record_id = c.record_id AND b.version = c.version - 1"
                        + " ORDER BY c.revision");
        List<Logged> changes = new ArrayList<>();
        Jdbc.query(connection, sql, row -> changes.add(Logged.of(row)));
        if (changes.size() > most || changes.stream().anyMatch(this::isRedaction)) {
            return Optional.empty();
        }
        return Optional.of(changes.stream()
                .map(each -> new RecordDelta(each.revision(), document(each.before()), document(each.after())))
                .toList());
    }

    /** A redaction changes what the log told before; of a record that is gone, it follows a version without any. */
    private boolean isRedaction(Logged change) {
        boolean ofGone = change.version() > 1 && change.before() == null;
        return ofGone || Redaction.isToldBy(read(change.changed()));
    }

    private Optional<JsonNode> document(byte[] text) {
        return Optional.ofNullable(text).map(this::read);
    }

    private JsonNode read(byte[] text) {
        try {
            return json.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException("the log holds what is no JSON", broken);
        }
    }
}
