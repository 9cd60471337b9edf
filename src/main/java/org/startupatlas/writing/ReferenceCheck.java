package org.startupatlas.writing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.startupatlas.change.Change;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Field;
import org.startupatlas.query.RecordReader;
import org.startupatlas.query.Referrers;
import org.startupatlas.query.Register;
import org.startupatlas.record.RecordJson;

/**
 * Holds what a write names, and who names what it removes, against what others have committed meanwhile. PostgreSQL
 * keeps what a foreign key names until the transaction ends; H2 only looks whether it is there, so that a record and
 * what names it could be removed and created side by side. When the log is locked nobody else can commit: then it counts.
 */
@Singleton
class ReferenceCheck {

    private final Register register;
    private final RecordReader records;
    private final Referrers referrers;
    private final ObjectMapper json;
    private final boolean isNeeded;

    ReferenceCheck(
            Register register,
            RecordReader records,
            Referrers referrers,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String databaseKind) {
        this.register = register;
        this.records = records;
        this.referrers = referrers;
        this.json = json;
        this.isNeeded = databaseKind.equals("h2");
    }

    /** A record that is named, as JSON names it. */
    private record Named(String resource, String id) {}

    /**
     * Makes sure that the changes leave no reference to nothing.
     *
     * @throws ReferenceLost if one of them does
     */
    void check(List<Change> changes) {
        if (!isNeeded) {
            return;
        }
        for (Change change : changes) {
            if (change.document() == null) {
                checkRemoved(change);
            } else {
                checkWritten(change);
            }
        }
    }

    private void checkRemoved(Change change) {
        Declaration declaration = register.get(change.resource());
        Object id = declaration.hasWordsAsIds() ? change.recordId() : UUID.fromString(change.recordId());
        if (!referrers.of(declaration, id, 1).isEmpty()) {
            throw new ReferenceLost(change.resource(), change.recordId());
        }
    }

    private void checkWritten(Change change) {
        JsonNode record = RecordJson.read(json, change.document().getBytes(StandardCharsets.UTF_8));
        Set<Named> named = new HashSet<>();
        for (Field field : register.get(change.resource()).fields()) {
            collect(field, record.path(field.name()), named);
        }
        for (Named each : named) {
            if (records.find(register.get(each.resource), each.id).isEmpty()) {
                throw new ReferenceLost(each.resource, each.id);
            }
        }
    }

    private static void collect(Field field, JsonNode value, Set<Named> named) {
        if (value.isArray()) {
            value.forEach(element -> collect(field, element, named));
        } else if (value.isObject()) {
            field.parts().forEach(part -> collect(part, value.path(part.name()), named));
        } else if (field.target() != null && value.isTextual()) {
            named.add(new Named(field.target(), value.textValue()));
        }
    }
}
