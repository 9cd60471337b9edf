package org.startupatlas.changelog.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.startupatlas.changelog.Redaction;
import org.startupatlas.changelog.read.ChangeReader.Transition;
import org.startupatlas.query.lookup.RecordDelta;
import org.startupatlas.query.lookup.RecordDeltas;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.ResourceSchema;

/** Reads the before and after versions of every record changed since a revision, in one statement. */
@Singleton
final class LoggedRecordDeltas implements RecordDeltas {

    private final ChangeReader log;
    private final ObjectMapper json;

    LoggedRecordDeltas(ChangeReader log, ObjectMapper json) {
        this.log = log;
        this.json = json;
    }

    @Override
    public Optional<List<RecordDelta>> since(Connection connection, ResourceSchema schema, long since, int maxChanges)
            throws SQLException {
        List<Transition> changes = log.readAfter(connection, since, schema.resource(), maxChanges);
        if (changes.size() > maxChanges || changes.stream().anyMatch(this::isRedaction)) {
            return Optional.empty();
        }
        return Optional.of(changes.stream()
                .map(each -> new RecordDelta(
                        each.change().revision(),
                        document(each.before()),
                        document(each.change().document())))
                .toList());
    }

    /** A redaction modifies earlier log entries. On a record that is gone, it follows a version without a document. */
    private boolean isRedaction(Transition transition) {
        boolean isOfGoneRecord = transition.change().version() > 1 && transition.before() == null;
        return isOfGoneRecord
                || Redaction.isRedaction(
                        RecordJson.parse(json, transition.change().changed()));
    }

    private Optional<JsonNode> document(byte[] text) {
        return Optional.ofNullable(text).map(document -> RecordJson.read(json, document));
    }
}
