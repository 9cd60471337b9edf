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

/** Writes changes as requests ask: with some of their members, and with records in one language. */
@Singleton
public final class ChangeWriter {

    private final SchemaRegistry register;
    private final Vocabularies terms;
    private final ObjectMapper json;

    ChangeWriter(SchemaRegistry register, Vocabularies terms, ObjectMapper json) {
        this.register = register;
        this.terms = terms;
        this.json = json;
    }

    /** A writer of the changes that a query asks for. */
    public ForQuery of(ChangesQuery query) {
        return new ForQuery(query);
    }

    /** Writes the changes of one query. */
    public final class ForQuery {

        private final ChangesQuery query;
        private final Projection projection;

        private ForQuery(ChangesQuery query) {
            this.query = query;
            this.projection = new Projection(register, terms, query.language());
        }

        /** The change as an object, on one line. */
        public byte[] write(LoggedChange change) {
            return ChangeJson.write(isAsStored(change) ? change : change.with(inOneLanguage(change)), query);
        }

        /** The languages of the texts written so far, where one was asked for. */
        List<Language> languages() {
            return projection.languages();
        }

        private boolean isAsStored(LoggedChange change) {
            return query.language() == null || !query.shows(ChangesQuery.RECORD) || change.document() == null;
        }

        private byte[] inOneLanguage(LoggedChange change) {
            return projection
                    .project(register.get(change.resource()), RecordJson.read(json, change.document()), null)
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
