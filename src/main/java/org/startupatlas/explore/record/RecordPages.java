package org.startupatlas.explore.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.startupatlas.explore.country.CountryMap;
import org.startupatlas.explore.directory.Cards;
import org.startupatlas.explore.directory.Directory;
import org.startupatlas.explore.network.journey.CohortView;
import org.startupatlas.explore.network.journey.JourneySections;
import org.startupatlas.explore.network.journey.JourneyView;
import org.startupatlas.explore.network.match.MatchPages;
import org.startupatlas.explore.network.match.MatchSection;
import org.startupatlas.explore.network.opportunity.OpportunityPages;
import org.startupatlas.explore.network.opportunity.ProgramCriteria;
import org.startupatlas.explore.page.Citations;
import org.startupatlas.explore.page.Embeds;
import org.startupatlas.explore.page.PageReader;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.PageResponses.Content;
import org.startupatlas.explore.page.SourceTexts;
import org.startupatlas.explore.page.ValueTexts;
import org.startupatlas.explore.proposal.CorrectableFields;
import org.startupatlas.explore.record.RecordView.FactGroup;
import org.startupatlas.explore.record.RecordView.Pillar;
import org.startupatlas.explore.record.RecordView.Places;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.Fact;
import org.startupatlas.explore.view.PageUrl;
import org.startupatlas.explore.view.Phrase;
import org.startupatlas.explore.view.RecordList;
import org.startupatlas.explore.view.Source;
import org.startupatlas.explore.view.Tag;
import org.startupatlas.http.format.Projection;
import org.startupatlas.query.expand.Expander;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/** Makes the pages of startups, programs and partners. */
@Singleton
public final class RecordPages {

    /** The field and its vocabulary. */
    private static final String PILLARS = "pillars";

    /** More related records are behind a link. */
    private static final int MAX_RELATED = 12;

    /** Shows the name, the summary and the first facts; the rest scrolls. */
    private static final int EMBED_HEIGHT = 420;

    /** The characters of the day in a timestamp. */
    private static final int DAY_LENGTH = 10;

    /** Fields whose absence says nothing. */
    private static final Set<String> NOT_MISSED = Set.of("closed", "steward", "site");

    private final SchemaRegistry registry;
    private final PageReader reader;
    private final ShownRecords records;
    private final Vocabularies vocabularies;
    private final CountryMap map;
    private final MatchPages matches;
    private final JourneySections journeys;
    private final ProgramCriteria criteria;

    RecordPages(
            SchemaRegistry registry,
            PageReader reader,
            ShownRecords records,
            Vocabularies vocabularies,
            CountryMap map,
            MatchPages matches,
            JourneySections journeys,
            ProgramCriteria criteria) {
        this.registry = registry;
        this.reader = reader;
        this.records = records;
        this.vocabularies = vocabularies;
        this.map = map;
        this.matches = matches;
        this.journeys = journeys;
        this.criteria = criteria;
    }

    /**
     * Reads the page of a record.
     *
     * @throws org.startupatlas.query.parameter.RejectedException if there is no such record, or a parameter is invalid
     */
    public Content<RecordView> page(Directory directory, String idOrSlug, PageRequest request) {
        ResourceSchema schema = registry.get(directory.resource());
        ShownRecords.Shown shown = records.find(schema, idOrSlug, request);
        RecordLayout layout = RecordLayout.of(directory);
        ObjectNode record = reader.record(schema, shown.record(), request.language(), layout.expand());
        Builder page = new Builder(directory, request, schema, layout, record);
        String name = record.get("name").textValue();
        Phrase summary = page.values.phrase(record, "summary");
        return new Content<>(
                name,
                summary == null ? request.texts().get("kind." + directory.resource()) : summary.text(),
                request.path(directory.resource()),
                // The API has related records of the present only.
                (shown.isPast() ? shown.api() : shown.api().with("expand", layout.expand())).toString(),
                page.view(shown));
    }

    /** The page of one record while it is made. */
    private final class Builder {
        private final Directory directory;
        private final PageRequest request;
        private final Texts texts;
        private final ResourceSchema schema;
        private final RecordLayout layout;
        private final ObjectNode record;
        private final ValueTexts values;
        private final SourceTexts sources;

        Builder(
                Directory directory,
                PageRequest request,
                ResourceSchema schema,
                RecordLayout layout,
                ObjectNode record) {
            this.directory = directory;
            this.request = request;
            this.texts = request.texts();
            this.schema = schema;
            this.layout = layout;
            this.record = record;
            this.values = new ValueTexts(request, schema);
            this.sources = new SourceTexts(texts, record);
        }

        RecordView view(ShownRecords.Shown shown) {
            LocalDate today = shown.day();
            String slug = record.get("slug").textValue();
            // A past version has its id as text.
            Object id = schema.id(record.get("id").textValue());
            boolean isWhole = !shown.isPast() && !request.isEmbedded();
            JourneyView journey = isWhole ? journey(id) : null;
            Phrase notes =
                    record.hasNonNull("notes") ? new Phrase(record.get("notes").textValue(), noteLanguage()) : null;
            return new RecordView(
                    texts.get("kind." + directory.resource()),
                    record.get("name").textValue(),
                    otherNames(),
                    values.phrase(record, "summary"),
                    tags(),
                    notes,
                    pillars(),
                    groups(),
                    isWhole && directory == Directory.PROGRAMS ? criteria.views(id.toString(), request) : List.of(),
                    new Editions(reader, request, record).views(today),
                    new Outcomes(registry, reader, request).of(schema, id, slug),
                    journey == null ? new Timeline(request, schema, record).events() : List.of(),
                    journey,
                    isWhole ? cohort(id, today) : null,
                    related(),
                    new Agreements(request, record).views(),
                    places(),
                    isWhole ? meetings(today) : null,
                    directory == Directory.STARTUPS ? request.path(directory.resource(), slug, "routes") : null,
                    directory == Directory.STARTUPS ? OpportunityPages.path(slug, request) : null,
                    request.path(directory.resource(), slug, "graph"),
                    unknown(slug),
                    request.path(directory.resource(), slug, "correct"),
                    record.get("created_at").textValue().substring(0, DAY_LENGTH),
                    today.toString(),
                    shown.history(),
                    sources.ofRecord(),
                    formats(slug),
                    Citations.of(request, record.get("name").textValue(), record, today),
                    Embeds.html(
                            request,
                            request.path("embed", directory.resource(), slug),
                            record.get("name").textValue(),
                            EMBED_HEIGHT),
                    shown.jsonLd());
        }

        /** Returns the journey of a startup, which has what its timeline has, with evidence; null for other records. */
        private JourneyView journey(Object id) {
            return directory == Directory.STARTUPS
                    ? journeys.startup(id.toString(), request).orElse(null)
                    : null;
        }

        private CohortView cohort(Object id, LocalDate today) {
            return directory == Directory.PROGRAMS
                    ? journeys.program(id.toString(), today, request).orElse(null)
                    : null;
        }

        /** Notes are written in English. */
        private String noteLanguage() {
            return request.language().code().equals("en") ? null : "en";
        }

        private List<Phrase> otherNames() {
            return StreamSupport.stream(record.path("other_names").spliterator(), false)
                    .map(name -> new Phrase(
                            name.get("name").textValue(), name.path("lang").textValue()))
                    .toList();
        }

        private List<Tag> tags() {
            return (directory == Directory.PARTNERS ? List.of("types") : List.of("status", "sectors"))
                    .stream()
                            .flatMap(field -> values.texts(record, field).stream())
                            .map(value -> new Tag(value.text(), value.href()))
                            .toList();
        }

        private List<Pillar> pillars() {
            if (directory != Directory.PROGRAMS) {
                return List.of();
            }
            List<String> offered = new ArrayList<>();
            record.path(PILLARS).forEach(code -> offered.add(code.textValue()));
            Projection projection = new Projection(registry, vocabularies, request.language());
            return vocabularies.codes(PILLARS).stream()
                    .map(code -> new Pillar(projection.label(PILLARS, code).orElseThrow(), offered.contains(code)))
                    .toList();
        }

        private List<FactGroup> groups() {
            List<FactGroup> groups = new ArrayList<>();
            groups.add(new FactGroup(null, facts(layout.facts())));
            if (!layout.offer().isEmpty()) {
                groups.add(new FactGroup(texts.get("record.offer"), facts(layout.offer())));
            }
            groups.removeIf(group -> group.facts().isEmpty());
            return groups;
        }

        private List<Fact> facts(List<String> fields) {
            List<Fact> facts = new ArrayList<>();
            for (String field : fields) {
                List<Anchor> shown = values.texts(record, field);
                if (!shown.isEmpty()) {
                    List<Source> ofField = sources.of(field);
                    boolean ofRecord = ofField.isEmpty();
                    facts.add(new Fact(
                            field,
                            texts.field(schema.resource(), field),
                            shown,
                            ofRecord ? sources.ofRecord() : ofField,
                            isContradicted(ofField),
                            ofRecord));
                }
            }
            return facts;
        }

        /** Returns whether sources give values of a field, but none of them the one that the record has. */
        private boolean isContradicted(List<Source> ofField) {
            return ofField.stream().noneMatch(Source::isUsed)
                    && ofField.stream().anyMatch(source -> source.value() != null);
        }

        private List<RecordList> related() {
            List<RecordList> lists = new ArrayList<>();
            for (String relation : layout.related()) {
                Directory target = Directory.of(relation).orElseThrow();
                JsonNode data = record.path(Expander.EXPANDED).path(relation).path("data");
                List<JsonNode> first = StreamSupport.stream(data.spliterator(), false)
                        .limit(MAX_RELATED)
                        .toList();
                if (!first.isEmpty()) {
                    lists.add(new RecordList(
                            texts.field(schema.resource(), relation),
                            new Cards(target, request, registry.get(relation)).views(first),
                            data.size() > MAX_RELATED ? all(relation) : null));
                }
            }
            return lists;
        }

        private Anchor all(String relation) {
            return new Anchor(
                    texts.get("record.all", texts.field(schema.resource(), relation)),
                    request.path(schema.resource(), record.get("slug").textValue(), relation));
        }

        private Places places() {
            Reach reach = new Reach(request, record);
            List<CountryMap.Country> points = reach.points();
            return new Places(points.size() < 2 ? null : map.draw(points), reach.own(), reach.through());
        }

        /** Returns whom the record should meet today, without those that the page lists already; null if nobody. */
        private MatchSection meetings(LocalDate today) {
            Set<String> known = new HashSet<>();
            layout.related().forEach(relation -> record.path(Expander.EXPANDED)
                    .path(relation)
                    .path("data")
                    .forEach(related -> known.add(related.get("id").asText())));
            return matches.section(record, directory.resource(), known, today, request)
                    .orElse(null);
        }

        /** Returns the fields without a value, with the link to the form for those that it can correct. */
        private List<Anchor> unknown(String slug) {
            CorrectableFields correctable = CorrectableFields.of(schema);
            PageUrl form = new PageUrl(request.path(schema.resource(), slug, "correct"));
            return Stream.concat(layout.facts().stream(), layout.offer().stream())
                    .filter(field -> !NOT_MISSED.contains(field))
                    .filter(field -> values.texts(record, field).isEmpty())
                    .map(field -> new Anchor(
                            texts.field(schema.resource(), field),
                            correctable.has(field) ? form.with("field", field).toString() : null))
                    .toList();
        }

        private List<Anchor> formats(String slug) {
            String path = "/v1/" + schema.resource() + "/" + slug;
            List<Anchor> formats = new ArrayList<>();
            formats.add(new Anchor(texts.get("format.json"), path));
            formats.add(new Anchor(texts.get("format.csv"), path + "?format=csv"));
            formats.add(new Anchor(texts.get("format.xlsx"), path + "?format=xlsx"));
            if (schema.hasOrganisations()) {
                formats.add(new Anchor(texts.get("format.jsonld"), path + "?format=jsonld"));
            }
            formats.add(new Anchor(texts.get("format.history"), path + "/history"));
            return formats;
        }
    }
}
