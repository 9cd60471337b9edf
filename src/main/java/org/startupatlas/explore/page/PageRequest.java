package org.startupatlas.explore.page;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.PageUrl;
import org.startupatlas.http.PagePaths;
import org.startupatlas.http.RequestOrigin;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/** The request for a page: its language and its URL. */
public final class PageRequest {

    /** The views in the navigation, by their path and the key of their texts. */
    public static final List<String> VIEWS =
            List.of("startups", "programs", "partners", "opportunities", "countries", "indicators", "reconcile");

    private static final String API = "/v1/";

    /** The language and the format are those of the page's address. */
    private static final List<String> REFUSED = List.of("lang", "format");

    private final HttpServerRequest request;
    private final Language language;
    private final PageUrl url;

    private PageRequest(HttpServerRequest request, Language language, PageUrl url) {
        this.request = request;
        this.language = language;
        this.url = url;
    }

    /**
     * Reads a request.
     *
     * @throws RejectedException if the parameters cannot be read or are among those that no page has
     */
    public static PageRequest of(Language language, HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        List<Violation> refused = parameters.stream()
                .map(Parameter::name)
                .filter(REFUSED::contains)
                .map(name -> Violation.of(name, "unknown-parameter"))
                .toList();
        if (!refused.isEmpty()) {
            throw RejectedException.of(ProblemKind.INVALID_PARAMETERS, refused);
        }
        return new PageRequest(request, language, new PageUrl(request.path(), parameters));
    }

    /** Returns the request for the page of an error, whatever its parameters are. */
    public static PageRequest ofProblem(Language language, HttpServerRequest request) {
        return new PageRequest(request, language, new PageUrl(request.path()));
    }

    public HttpServerRequest http() {
        return request;
    }

    public Language language() {
        return language;
    }

    public Texts texts() {
        return Texts.of(language);
    }

    public PageUrl url() {
        return url;
    }

    /** Returns the path of a page in the language of this one; that of the first page without segments. */
    public String path(String... segments) {
        return path(language, String.join("/", segments));
    }

    static String path(Language language, String rest) {
        return PagePaths.ROOT + "/" + language.code() + (rest.isEmpty() ? "" : "/" + rest);
    }

    /** Returns the origin by which the client reached this node. */
    public String origin() {
        return RequestOrigin.of(request);
    }

    /** Returns the page of a list of the API; its address in the API if lists of the resource have no page. */
    public String pageOfList(String api) {
        String list = api.substring(API.length());
        String resource = list.split("[/?]", 2)[0];
        if (resource.equals(ResourceSchema.COUNTRIES)) {
            return path(resource);
        }
        return ValueTexts.WITH_FILTERS.contains(resource) ? path() + "/" + list : api;
    }

    /** Returns whether other sites show the page in a frame. */
    public boolean isEmbedded() {
        return PagePaths.isEmbedded(url.path());
    }

    /** Returns the page itself, for one that is embedded. */
    PageUrl canonical() {
        return isEmbedded()
                ? url.at(path() + url.path().substring(path(PagePaths.EMBED).length()))
                : url;
    }

    /** Returns this page in another language; the first page, for the error of a path without a language. */
    PageUrl in(Language other) {
        String prefix = path() + "/";
        return url.path().startsWith(prefix)
                ? url.at(path(other, url.path().substring(prefix.length())))
                : new PageUrl(path(other, ""));
    }
}
