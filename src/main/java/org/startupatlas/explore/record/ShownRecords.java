package org.startupatlas.explore.record;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.startupatlas.explore.directory.Directory;
import org.startupatlas.explore.network.journey.JourneySections;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.record.RecordView.HistoryView;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Event;
import org.startupatlas.explore.view.PageUrl;
import org.startupatlas.http.format.RecordBodyWriter;
import org.startupatlas.http.record.CurrentRecords;
import org.startupatlas.http.record.PastRecords;
import org.startupatlas.query.expand.Today;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.PointInTime;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parse.ListQueryParser;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.ResourceSchema;

/** Finds the record that a page shows: the current one or, with {@code as_of}, a past version. */
@Singleton
final class ShownRecords {

    private static final String AS_OF = "as_of";

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final CurrentRecords current;
    private final PastRecords past;
    private final ListQueryParser parser;
    private final RecordBodyWriter bodies;
    private final RecordVersions versions;
    private final Today today;

    ShownRecords(
            CurrentRecords current,
            PastRecords past,
            ListQueryParser parser,
            RecordBodyWriter bodies,
            RecordVersions versions,
            Today today) {
        this.current = current;
        this.past = past;
        this.parser = parser;
        this.bodies = bodies;
        this.versions = versions;
        this.today = today;
    }

    /**
     * A record as a page shows it.
     *
     * @param api the call that returns it
     * @param day the current day
     * @param jsonLd the record as JSON-LD; null if it is not an organisation
     */
    record Shown(StoredRecord record, HistoryView history, PageUrl api, LocalDate day, String jsonLd) {
        boolean isPast() {
            return history.current() != null;
        }
    }

    /**
     * Returns the record of a page.
     *
     * @throws WebApplicationException the redirect to the page of the record that a former slug leads to
     * @throws RejectedException if there is no such record, or a parameter is invalid
     */
    Shown find(ResourceSchema schema, String idOrSlug, PageRequest request) {
        ParameterSet parameters =
                ParameterSet.of(request.url().parameters(), known(schema)).rejectUnknown();
        PointInTime sent = parameters.pointInTime(AS_OF).orElse(null);
        parameters.rejectIfInvalid();
        PointInTime asOf = sent == null ? null : endOfDay(sent);
        StoredRecord latest = current(schema, idOrSlug, request);
        StoredRecord shown =
                asOf == null ? latest : past.asOf(schema, latest.id().toString(), asOf);
        List<Event> changes = versions.latest(schema, latest, request);
        PageUrl api = new PageUrl("/v1/" + schema.resource() + "/" + idOrSlug)
                .with("lang", request.language().code());
        return new Shown(
                shown,
                new HistoryView(
                        asOf == null ? null : day(sent, request.texts()),
                        asOf == null ? null : request.url().without(AS_OF).toString(),
                        request.url().path(),
                        changes.subList(0, Math.min(changes.size(), latest.version() - shown.version())),
                        changes),
                asOf == null ? api : api.with(AS_OF, asOf.text()),
                today.day(),
                schema.hasOrganisations() ? jsonLd(schema, shown, request) : null);
    }

    /** Programs have the edition whose startups are counted. */
    private static List<String> known(ResourceSchema schema) {
        return schema.resource().equals(Directory.PROGRAMS.resource())
                ? List.of(AS_OF, JourneySections.EDITION)
                : List.of(AS_OF);
    }

    /**
     * Returns the end of a day in UTC, since a reader who names a day expects the record as it was when that day ended;
     * null for today.
     * Other points in time are returned as they are.
     */
    private PointInTime endOfDay(PointInTime sent) {
        if (!DAY.matcher(sent.text()).matches()) {
            return sent;
        }
        LocalDate day = LocalDate.parse(sent.text());
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
        return day.equals(today.day())
                ? null
                : PointInTime.read(AS_OF, RecordJson.time(end)).orElseThrow();
    }

    /** Returns a day as a reader of the language writes it, and other points in time as they were sent. */
    private static String day(PointInTime asOf, Texts texts) {
        return asOf.revision() == null ? texts.date(asOf.text()) : texts.get("history.revision", asOf.text());
    }

    /** Returns the record; a former slug redirects to the same page, which may be an embedded one, of the current slug. */
    private StoredRecord current(ResourceSchema schema, String idOrSlug, PageRequest request) {
        String path = request.url().path();
        String parent = path.substring(0, path.lastIndexOf('/') + 1);
        return current.find(
                schema, idOrSlug, slug -> request.url().at(parent + slug).toString());
    }

    /** Escapes what could end the script element. */
    private String jsonLd(ResourceSchema schema, StoredRecord record, PageRequest request) {
        List<Parameter> parameters = List.of(
                new Parameter("format", "jsonld"),
                new Parameter("lang", request.language().code()));
        byte[] body = bodies.record(parser.record(schema, parameters, Format.JSONLD), record)
                .bytes();
        return new String(body, StandardCharsets.UTF_8).replace("<", "\\u003c");
    }
}
