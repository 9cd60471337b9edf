package org.startupatlas.explore.directory;

import java.util.List;
import java.util.Set;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.view.PageUrl;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.query.parse.ListQueryParser;

/**
 * The parameters of a directory: those of the list in the API, and two of its own. A page replaces the parameters that
 * select what the JSON of a list contains by those that it needs.
 */
record DirectoryRequest(PageUrl url, int page, int limit, String layout) {

    /** The number of the page, from 1. */
    static final String PAGE = "page";

    /** {@code cards}, {@code table} or {@code map}. */
    static final String LAYOUT = "layout";

    private static final String CARDS = "cards";

    private static final String TABLE = "table";

    private static final String MAP = "map";

    static final List<String> LAYOUTS = List.of(CARDS, TABLE, MAP);

    private static final int DEFAULT_LIMIT = 24;

    /** For a page, those before it are read; filters lead to records after these. */
    private static final int MAX_RECORDS = 10_000;

    private static final String LIMIT = "limit";

    private static final Set<String> REPLACED = Set.of("facets", "fields", "expand", "total");

    /**
     * Reads the parameters of a page; throws {@code RejectedException} if one of its own is invalid.
     *
     * @param path the path of the list's page, to which an embedded list leads too
     */
    static DirectoryRequest of(PageRequest request, String path) {
        // An empty search box is sent as an empty parameter.
        PageUrl url = request.url()
                .at(path)
                .only(parameter ->
                        !parameter.name().equals("q") || !parameter.value().isBlank());
        List<String> known = List.of(PAGE, LAYOUT, LIMIT);
        ParameterSet parameters = ParameterSet.of(
                url.parameters().stream()
                        .filter(parameter -> known.contains(parameter.name()))
                        .toList(),
                known);
        int limit = parameters.integer(LIMIT, QueryLimits.MIN_LIMIT, QueryLimits.MAX_LIMIT, DEFAULT_LIMIT);
        int page = parameters.integer(PAGE, 1, MAX_RECORDS / limit, 1);
        String layout = parameters.choice(LAYOUT, LAYOUTS).orElse(CARDS);
        parameters.rejectIfInvalid();
        return new DirectoryRequest(url, page, limit, layout);
    }

    DirectoryRequest withPage(int number) {
        return new DirectoryRequest(url, number, limit, layout);
    }

    /** Returns whether pages after this one can be asked for. */
    boolean canContinue() {
        return page < MAX_RECORDS / limit;
    }

    boolean isTable() {
        return layout.equals(TABLE);
    }

    boolean isMap() {
        return layout.equals(MAP);
    }

    /** Returns the parameters that select the records: the filters and the search text. */
    List<Parameter> filters() {
        return url.parameters().stream()
                .filter(parameter -> parameter.name().equals("q")
                        || !ListQueryParser.LIST_PARAMETERS.contains(parameter.name()) && !isOwn(parameter))
                .toList();
    }

    /** Returns the parameters of the list as they were sent, for their validation and for the call of the API. */
    PageUrl asSent() {
        return url.only(parameter -> !isOwn(parameter));
    }

    /** Returns the parameters of the list that the page reads. */
    PageUrl ofList(Directory directory) {
        PageUrl list = asSent().only(parameter -> !REPLACED.contains(parameter.name()))
                .with("facets", String.join(",", directory.facets()))
                .with("total", "true");
        return list.with(LIMIT, String.valueOf(limit));
    }

    private static boolean isOwn(Parameter parameter) {
        return parameter.name().equals(PAGE) || parameter.name().equals(LAYOUT);
    }

    /** Returns the URL of the first page with another filter or order. */
    PageUrl changed() {
        return url.without(PAGE, "cursor");
    }
}
