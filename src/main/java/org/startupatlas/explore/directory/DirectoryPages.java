package org.startupatlas.explore.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.startupatlas.explore.country.CountryMap;
import org.startupatlas.explore.directory.DirectoryView.Chip;
import org.startupatlas.explore.directory.DirectoryView.KeptParameter;
import org.startupatlas.explore.page.PageReader;
import org.startupatlas.explore.page.PageReader.ListOfRecords;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.PageResponses.Content;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.Choice;
import org.startupatlas.explore.view.MapView;
import org.startupatlas.explore.view.PageUrl;
import org.startupatlas.http.record.CurrentRecords;
import org.startupatlas.http.response.PageLink;
import org.startupatlas.query.EmptyReason;
import org.startupatlas.query.filter.RelationFilter;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parse.ListQueryParser;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.relation.Relation;
import org.startupatlas.schema.type.Operator;

/** Makes the pages of lists. */
@Singleton
public final class DirectoryPages {

    private static final int MAX_SUGGESTIONS = 5;

    private static final String SEARCH_TEXT = "q";

    private static final String MAX_LIMIT = String.valueOf(QueryLimits.MAX_LIMIT);

    private final SchemaRegistry registry;
    private final PageReader reader;
    private final CurrentRecords records;
    private final CountryMap map;

    DirectoryPages(SchemaRegistry registry, PageReader reader, CurrentRecords records, CountryMap map) {
        this.registry = registry;
        this.reader = reader;
        this.records = records;
        this.map = map;
    }

    /** Reads a page of all records of a resource; throws {@code RejectedException} if a parameter is invalid. */
    public Content<DirectoryView> page(Directory directory, PageRequest request) {
        return page(
                directory,
                new ListPlace(
                        ListQueryParser.Scope.ALL,
                        request.path(directory.resource()),
                        "/v1/" + directory.resource(),
                        request.texts().get("nav." + directory.resource()),
                        true),
                request);
    }

    /**
     * Reads a page of the records in a relation of one record.
     *
     * @throws RejectedException if there is no such record or relation, or a parameter is invalid
     */
    public Content<DirectoryView> related(ResourceSchema parent, String idOrSlug, String name, PageRequest request) {
        Relation relation = parent.relation(name)
                .filter(each -> Directory.of(each.target()).isPresent())
                .orElseThrow(() -> RejectedException.unknownPath(request.url().path(), null));
        StoredRecord record = records.find(parent, idOrSlug, slug -> request.url()
                .at(request.path(parent.resource(), slug, name))
                .toString());
        RelationFilter filter = new RelationFilter(registry, relation, record.id());
        String path = "/" + parent.resource() + "/" + idOrSlug + "/" + name;
        ListPlace place = new ListPlace(
                new ListQueryParser.Scope(path, filter.condition(), null),
                request.path() + path,
                "/v1" + path,
                request.texts()
                        .get(
                                "directory.of",
                                request.texts().field(parent.resource(), name),
                                name(parent, record, request)),
                false);
        return page(Directory.of(relation.target()).orElseThrow(), place, request);
    }

    /** Returns the name of a record, of a country in the language of the page. */
    private String name(ResourceSchema schema, StoredRecord record, PageRequest request) {
        ObjectNode shown = reader.record(schema, record, request.language(), "");
        return shown.path("names").asText(shown.get("name").textValue());
    }

    private Content<DirectoryView> page(Directory directory, ListPlace place, PageRequest request) {
        DirectoryRequest parameters = DirectoryRequest.of(request, place.page());
        ResourceSchema schema = registry.get(directory.resource());
        PageReader.ListReading lists = reader.in(schema, place.scope(), request.language());
        // Those that the page replaces are validated too.
        lists.validate(parameters.asSent().parameters());
        PageSequence.Position position = PageSequence.at(lists, parameters, directory);
        ListOfRecords list = lists.read(position.url().parameters());
        FilterLabels labels = new FilterLabels(registry, reader, schema, request.texts(), list.projection());
        Texts texts = request.texts();
        long total = list.page().total().orElseThrow();
        DirectoryView view = new DirectoryView(
                directory.resource(),
                place.heading(),
                place.page(),
                parameters.url().value(SEARCH_TEXT).orElse(""),
                kept(parameters),
                tabs(directory, request),
                chips(parameters, labels),
                parameters.filters().isEmpty() ? null : place.page(),
                new Facets(parameters, list, labels, texts).views(),
                total,
                position.text(texts, list.records().size()),
                layouts(parameters, texts),
                parameters.isTable(),
                parameters.isMap() ? map(directory, parameters, list, labels, request) : null,
                new Columns(directory, parameters, schema, texts).views(),
                sorts(directory, parameters, texts),
                new Cards(directory, request, schema).views(list.records()),
                position.previous(),
                position.next(list.page().hasMore()),
                formats(place, directory, parameters, list, texts),
                suggestions(parameters, list, labels, texts));
        return new Content<>(
                place.heading(),
                texts.get("directory.description." + directory.resource()),
                request.path(directory.resource()),
                position.url().without("facets", "total").at(place.api()).toString(),
                view,
                list.page().isCacheable());
    }

    private static List<KeptParameter> kept(DirectoryRequest parameters) {
        return parameters.changed().without(SEARCH_TEXT).parameters().stream()
                .map(parameter -> new KeptParameter(parameter.name(), parameter.value()))
                .toList();
    }

    /** Returns the directories, each with the search text and those filters that its facets have too. */
    private List<Choice> tabs(Directory current, PageRequest request) {
        return Arrays.stream(Directory.values())
                .map(directory -> tab(directory, directory == current, request))
                .toList();
    }

    /** Returns a directory; the others have the number of their results if there is a search text. */
    private Choice tab(Directory directory, boolean isCurrent, PageRequest request) {
        PageUrl kept = request.url()
                .only(parameter -> parameter.name().equals(SEARCH_TEXT)
                        || directory.facets().contains(Operator.field(parameter.name())))
                .at(request.path(directory.resource()));
        String name = request.texts().get("nav." + directory.resource());
        if (!isCurrent && kept.value(SEARCH_TEXT).isPresent()) {
            long count = reader.count(directory.resource(), kept.parameters().toArray(Parameter[]::new));
            name = request.texts().get("directory.tab", name, count);
        }
        return new Choice(name, kept.toString(), isCurrent);
    }

    private static List<Chip> chips(DirectoryRequest parameters, FilterLabels labels) {
        List<Chip> chips = new ArrayList<>();
        for (Parameter filter : parameters.filters()) {
            if (filter.name().equals(SEARCH_TEXT)) {
                continue; // the search box shows it
            }
            for (String value : labels.values(filter)) {
                PageUrl rest = labels.takesSeveral(filter)
                        ? parameters.changed().toggled(filter.name(), value)
                        : parameters.changed().without(filter.name());
                chips.add(new Chip(labels.phrase(filter.name(), value), rest.toString()));
            }
        }
        return chips;
    }

    /** Returns the countries of all records of the list, from the facet of the country. */
    private MapView map(
            Directory directory,
            DirectoryRequest parameters,
            ListOfRecords list,
            FilterLabels labels,
            PageRequest request) {
        String field = directory.countryField();
        List<CountryMap.Country> countries = list.page().facets().stream()
                .filter(summary -> summary.facet().name().equals(field))
                .flatMap(summary -> summary.values().stream())
                .map(count -> new CountryMap.Country(
                        count.value().toString(),
                        count.count(),
                        request.texts()
                                .get(
                                        "directory.filter",
                                        labels.value(field, count.value().toString()),
                                        count.count()),
                        parameters
                                .changed()
                                .without(DirectoryRequest.LAYOUT)
                                .with(field, count.value().toString())
                                .toString()))
                .toList();
        return map.draw(countries);
    }

    private static List<Choice> layouts(DirectoryRequest parameters, Texts texts) {
        return DirectoryRequest.LAYOUTS.stream()
                .map(layout -> new Choice(
                        texts.get("layout." + layout),
                        parameters.url().with(DirectoryRequest.LAYOUT, layout).toString(),
                        layout.equals(parameters.layout())))
                .toList();
    }

    private static List<Choice> sorts(Directory directory, DirectoryRequest parameters, Texts texts) {
        String current = parameters.url().value("sort").orElse("");
        List<Choice> sorts = new ArrayList<>();
        if (parameters.url().value(SEARCH_TEXT).isPresent()) {
            sorts.add(new Choice(
                    texts.get("sort.relevance"),
                    parameters.changed().without("sort").toString(),
                    current.isEmpty()));
        }
        sorts.add(sort("name", texts.get("sort.name"), current, parameters));
        sorts.add(sort(directory.newest(), texts.get("sort.newest." + directory.resource()), current, parameters));
        return sorts;
    }

    private static Choice sort(String sort, String text, String current, DirectoryRequest parameters) {
        return new Choice(text, parameters.changed().with("sort", sort).toString(), sort.equals(current));
    }

    private static List<Anchor> formats(
            ListPlace place, Directory directory, DirectoryRequest parameters, ListOfRecords list, Texts texts) {
        List<Parameter> filters = parameters.filters();
        // Exports have neither a search text nor a scope; the list itself has, up to its limit.
        boolean isExported =
                place.isWhole() && parameters.url().value(SEARCH_TEXT).isEmpty();
        PageUrl file = isExported
                ? new PageUrl("/v1/exports/" + directory.resource(), filters)
                : new PageUrl(place.api(), filters).with("limit", MAX_LIMIT);
        List<Anchor> formats = new ArrayList<>();
        boolean isCut = !isExported && list.page().total().orElseThrow() > QueryLimits.MAX_LIMIT;
        for (Format format : List.of(Format.CSV, Format.XLSX)) {
            String label = texts.get("format." + format.code());
            formats.add(new Anchor(
                    isCut ? texts.get("format.first", label, QueryLimits.MAX_LIMIT) : label,
                    file.with("format", format.code())
                            .with("lang", texts.language().code())
                            .toString()));
        }
        formats.add(new Anchor(texts.get("format.json"), new PageUrl(place.api(), filters).toString()));
        if (place.isWhole() && list.query().hasEquivalentFeed()) {
            formats.add(new Anchor(
                    texts.get("format.feed"), PageLink.toFeed(list.page().revision(), directory.resource(), filters)));
        }
        return formats;
    }

    private static List<Anchor> suggestions(
            DirectoryRequest parameters, ListOfRecords list, FilterLabels labels, Texts texts) {
        List<EmptyReason> reasons = list.page().emptyReasons();
        if (reasons == null) {
            return List.of();
        }
        return reasons.stream()
                .filter(reason -> reason.without() > 0)
                .limit(MAX_SUGGESTIONS)
                .map(reason -> new Anchor(
                        texts.get("directory.without", labels.field(reason.parameter()), reason.without()),
                        parameters.changed().without(reason.parameter()).toString()))
                .toList();
    }
}
