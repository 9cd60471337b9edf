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

/** Reads the before and after versions of every record changed since a revision, in one statement. */
@Singleton
final class LoggedRecordDeltas implements RecordDeltas {

    private final ObjectMapper json;

    LoggedRecordDeltas(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A change of the log with the previous version of its record.
     *
     * @param before the previous version as the log has it now; null if there is none
     */
    private record VersionPair(long revision, int version, byte[] changed, byte[] before, byte[] after) {

        static VersionPair of(ResultSet row) throws SQLException {
            return new VersionPair(row.getLong(1), row.getInt(2), row.getBytes(3), row.getBytes(4), row.getBytes(5));
        }
    }

    @Override
    public Optional<List<RecordDelta>> since(Connection connection, ResourceSchema schema, long since, int maxChanges)
            throws SQLException {
        SqlBuilder sql = new SqlBuilder()
                .append("SELECT c.revision, c.version, c.changed, b.document, c.document FROM"
                        + " (SELECT * FROM change q WHERE q.resource = ")
                .bind(schema.resource())
                .append(" AND q.revision > ")
                .bind(since)
                // A literal, not a parameter, so that PostgreSQL plans for few rows.
                .append(" ORDER BY q.resource, q.revision LIMIT " + (maxChanges + 1) + ") c LEFT JOIN change b"
                        + " ON b.resource = c.resource AND b.record_id = c.record_id AND b.version = c.version - 1"
                        + " ORDER BY c.revision");
        List<VersionPair> changes = new ArrayList<>();
        Jdbc.query(connection, sql, row -> changes.add(VersionPair.of(row)));
        if (changes.size() > maxChanges || changes.stream().anyMatch(this::isRedaction)) {
            return Optional.empty();
        }
        return Optional.of(changes.stream()
                .map(each -> new RecordDelta(each.revision(), document(each.before()), document(each.after())))
                .toList());
    }

    /** A redaction modifies earlier log entries. On a record that is gone, it follows a version without a document. */
    private boolean isRedaction(VersionPair change) {
        boolean isOfGoneRecord = change.version() > 1 && change.before() == null;
        return isOfGoneRecord || Redaction.isRedaction(read(change.changed()));
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
