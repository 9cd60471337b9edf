package org.startupatlas.http.response;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.startupatlas.changelog.read.ChangeJson;
import org.startupatlas.changelog.read.LoggedChange;
import org.startupatlas.http.format.Projection;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/** Writes changes with the requested members, and with records in the requested language. */
@Singleton
public final class ChangeWriter {

    private final SchemaRegistry registry;
    private final Vocabularies vocabularies;
    private final ObjectMapper json;

    ChangeWriter(SchemaRegistry registry, Vocabularies vocabularies, ObjectMapper json) {
        this.registry = registry;
        this.vocabularies = vocabularies;
        this.json = json;
    }

    /** Returns a writer of the changes of a query. */
    public ForQuery of(ChangesQuery query) {
        return new ForQuery(query);
    }

    /** Writes the changes of one query. */
    public final class ForQuery {

        private final ChangesQuery query;
        private final Projection projection;

        private ForQuery(ChangesQuery query) {
            this.query = query;
            this.projection = new Projection(registry, vocabularies, query.language());
        }

        /** Returns a change as a JSON object without line breaks. */
        public byte[] write(LoggedChange change) {
            return ChangeJson.write(isAsStored(change) ? change : change.with(inOneLanguage(change)), query);
        }

        /** Returns the languages of the texts written so far; empty unless one was requested. */
        List<Language> languages() {
            return projection.languages();
        }

        private boolean isAsStored(LoggedChange change) {
            return query.language() == null || !query.shows(ChangesQuery.RECORD) || change.document() == null;
        }

        private byte[] inOneLanguage(LoggedChange change) {
            return projection
                    .project(registry.get(change.resource()), RecordJson.read(json, change.document()), null)
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
