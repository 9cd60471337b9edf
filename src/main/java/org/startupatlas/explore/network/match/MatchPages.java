package org.startupatlas.explore.network.match;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.PageResponses.Content;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.Choice;
import org.startupatlas.explore.view.PageUrl;
import org.startupatlas.http.format.Projection;
import org.startupatlas.http.record.CurrentRecords;
import org.startupatlas.network.match.MatchFinder;
import org.startupatlas.network.match.MatchQuery;
import org.startupatlas.network.match.MatchQueryParser;
import org.startupatlas.network.match.ranking.Match;
import org.startupatlas.network.match.ranking.Subject;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/** Makes the pages of whom a record should meet, and the section of that on the page of the record. */
@Singleton
public final class MatchPages {

    private static final String WITH = "with";

    private static final String CURSOR = "cursor";

    /** The parameter and its vocabulary. */
    private static final String PILLARS = "pillars";

    private static final int SHOWN_OF_EACH = 3;

    private static final int SHOWN_OF_ONE = 5;

    private final SchemaRegistry registry;
    private final Vocabularies vocabularies;
    private final CurrentRecords records;
    private final MatchQueryParser parser;
    private final MatchFinder finder;
    private final MatchViews views;
    private final ObjectMapper json;

    MatchPages(
            SchemaRegistry registry,
            Vocabularies vocabularies,
            CurrentRecords records,
            MatchQueryParser parser,
            MatchFinder finder,
            MatchViews views,
            ObjectMapper json) {
        this.registry = registry;
        this.vocabularies = vocabularies;
        this.records = records;
        this.parser = parser;
        this.finder = finder;
        this.views = views;
        this.json = json;
    }

    /**
     * Reads the best matches of a record that it is not linked to: programs and partners for a startup, startups for
     * others.
     *
     * @param related the ids of records that the page lists as related, which are left out too
     * @return empty if there are none, or the network does not have the record yet
     */
    public Optional<MatchSection> section(
            ObjectNode record, String resource, Set<String> related, LocalDate day, PageRequest request) {
        RecordKey key = new RecordKey(resource, record.get("id").asText());
        String slug = record.get("slug").textValue();
        boolean isStartup = resource.equals(RecordKey.STARTUPS);
        List<String> kinds = isStartup ? List.of(RecordKey.PROGRAMS, RecordKey.PARTNERS) : List.of(RecordKey.STARTUPS);
        Texts texts = request.texts();
        List<MatchSection.Group> groups = new ArrayList<>();
        String unknown = null;
        for (String kind : kinds) {
            List<Match> best = best(key, kind, related, isStartup ? SHOWN_OF_EACH : SHOWN_OF_ONE, day);
            if (!best.isEmpty()) {
                String title = texts.get("nav." + kind);
                groups.add(new MatchSection.Group(
                        isStartup ? title : null,
                        views.of(best, request),
                        new Anchor(
                                texts.get("match.all." + kind),
                                new PageUrl(request.path(resource, slug, "matches"))
                                        .with(WITH, kind)
                                        .toString())));
                unknown = views.unknownOfSubject(best, record.get("name").textValue(), texts);
            }
        }
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(new MatchSection(texts.get("match.heading." + resource), groups, unknown));
    }

    private List<Match> best(RecordKey key, String candidates, Set<String> related, int limit, LocalDate day) {
        return finder.best(
                key,
                candidates,
                day,
                match -> !match.isKnown()
                        && !related.contains(match.node().id())
                        && match.score().signum() > 0,
                limit);
    }

    /**
     * Reads a page of matches.
     *
     * @throws RejectedException if there is no such record, or a parameter is invalid
     */
    public Content<MatchesView> page(String resource, String idOrSlug, PageRequest request) {
        ResourceSchema schema = registry.get(resource);
        StoredRecord record = records.find(schema, idOrSlug, slug -> request.url()
                .at(request.path(resource, slug, "matches"))
                .toString());
        RecordKey key = new RecordKey(resource, record.id().toString());
        String candidates = resource.equals(RecordKey.STARTUPS) ? RecordKey.PROGRAMS : RecordKey.STARTUPS;
        MatchQuery query = parser.ofRecord(key, request.url().parameters(), candidates);
        MatchFinder.Found found = finder.find(query, Subject.of(key, query.pillars()));
        ObjectNode subject = RecordJson.read(json, record.json());
        String name = subject.get("name").textValue();
        String shownWith = query.candidates().resource();
        Texts texts = request.texts();
        PageUrl api = request.url()
                .at("/v1/" + resource + "/" + idOrSlug + "/matches")
                .with("lang", request.language().code());
        String slug = subject.get("slug").textValue();
        MatchesView view = new MatchesView(
                new Anchor(name, request.path(resource, slug)),
                candidates(shownWith, request),
                pillars(resource, query, request),
                views.unknownOfSubject(found.matches(), name, texts),
                views.of(found.matches(), request),
                request.url().value(CURSOR).isPresent()
                        ? request.url().without(CURSOR).toString()
                        : null,
                found.cursor() == null
                        ? null
                        : request.url().with(CURSOR, found.cursor()).toString(),
                List.of(
                        new Anchor(
                                texts.get("format.csv"),
                                api.without(CURSOR).with("format", "csv").toString()),
                        new Anchor(
                                texts.get("format.xlsx"),
                                api.without(CURSOR).with("format", "xlsx").toString()),
                        new Anchor(texts.get("format.json"), api.toString())));
        return new Content<>(
                texts.get("match.title." + shownWith, name),
                texts.get("match.lead"),
                request.path(resource),
                api.toString(),
                view);
    }

    /** Returns what the record can be matched with; filters of other records do not go with it. */
    private static List<Choice> candidates(String current, PageRequest request) {
        PageUrl kept = request.url().only(parameter -> List.of(PILLARS, "on", "weights", "min_score", "limit")
                .contains(parameter.name()));
        return MatchQueryParser.CANDIDATES.stream()
                .map(candidates -> new Choice(
                        request.texts().get("match.with." + candidates),
                        kept.with(WITH, candidates).toString(),
                        candidates.equals(current)))
                .toList();
    }

    /** Returns the kinds of support that a startup can say it needs; each link adds or removes one. */
    private List<Choice> pillars(String resource, MatchQuery query, PageRequest request) {
        boolean count = resource.equals(RecordKey.STARTUPS)
                && List.of(RecordKey.PROGRAMS, RecordKey.PARTNERS)
                        .contains(query.candidates().resource());
        if (!count) {
            return List.of();
        }
        Projection projection = new Projection(registry, vocabularies, request.language());
        PageUrl first = request.url().without(CURSOR);
        return vocabularies.codes(PILLARS).stream()
                .map(code -> new Choice(
                        projection.label(PILLARS, code).orElseThrow(),
                        first.toggled(PILLARS, code).toString(),
                        query.pillars().contains(code)))
                .toList();
    }
}
