package org.startupatlas.explore.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.startupatlas.changelog.read.LoggedChange;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.Event;
import org.startupatlas.http.format.Projection;
import org.startupatlas.http.record.PastRecords;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parse.ChangesQueryParser;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/** Reads the latest versions of a record and what each of them changed. */
@Singleton
final class RecordVersions {

    private static final int SHOWN = 20;

    private final PastRecords past;
    private final ChangesQueryParser parser;
    private final SchemaRegistry registry;
    private final Vocabularies vocabularies;
    private final ObjectMapper json;

    RecordVersions(
            PastRecords past,
            ChangesQueryParser parser,
            SchemaRegistry registry,
            Vocabularies vocabularies,
            ObjectMapper json) {
        this.past = past;
        this.parser = parser;
        this.registry = registry;
        this.vocabularies = vocabularies;
        this.json = json;
    }

    /** Returns the versions, the latest first, each with the page of the record as it was then. */
    List<Event> latest(ResourceSchema schema, StoredRecord record, PageRequest request) {
        String id = record.id().toString();
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter("fields", "revision,at,op,version,changed"));
        parameters.add(new Parameter("limit", String.valueOf(SHOWN)));
        if (record.version() > SHOWN) {
            long before = past.revisionOf(schema, id, record.version() - SHOWN);
            parameters.add(new Parameter("since", String.valueOf(before)));
        }
        List<Event> events = new ArrayList<>();
        past.history(parser.history(schema, parameters, Format.JSON), id)
                .changes()
                .forEach(change -> events.add(event(schema, change, request)));
        Collections.reverse(events);
        return events;
    }

    private Event event(ResourceSchema schema, LoggedChange change, PageRequest request) {
        Texts texts = request.texts();
        String day = texts.day(change.at().atOffset(ZoneOffset.UTC).toLocalDate());
        Anchor version = new Anchor(
                texts.get("history.version", String.valueOf(change.version())),
                request.url().with("as_of", String.valueOf(change.revision())).toString());
        String changes = String.join("\n", changes(schema, change, request));
        return new Event(day, texts.get("history." + change.op()), version, changes.isEmpty() ? null : changes);
    }

    /** Returns what a change modified, one line for each field. */
    private List<String> changes(ResourceSchema schema, LoggedChange change, PageRequest request) {
        if (change.changed() == null || change.version() == 1) {
            return List.of();
        }
        ChangedValues values =
                new ChangedValues(request, schema, new Projection(registry, vocabularies, request.language()));
        return StreamSupport.stream(RecordJson.parse(json, change.changed()).spliterator(), false)
                // It follows from the date, which changed with it.
                .filter(difference -> !difference.get("path").textValue().equals("founded_year"))
                .map(values::line)
                .distinct()
                .toList();
    }
}
