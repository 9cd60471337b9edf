package org.startupatlas.explore;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.startupatlas.explore.country.CountryPages;
import org.startupatlas.explore.directory.Directory;
import org.startupatlas.explore.directory.DirectoryPages;
import org.startupatlas.explore.home.HomePage;
import org.startupatlas.explore.indicator.IndicatorPage;
import org.startupatlas.explore.indicator.IndicatorPages;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.PageResponses;
import org.startupatlas.explore.proposal.CorrectionForm;
import org.startupatlas.explore.proposal.CorrectionPages;
import org.startupatlas.explore.proposal.FormResult;
import org.startupatlas.explore.proposal.ProposalPages;
import org.startupatlas.explore.record.RecordPages;
import org.startupatlas.http.PagePaths;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.problem.ProblemTexts;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** The pages of the explorer, for people. Each has the address {@code /explore/{language}/…}. */
@Path("/explore")
public class ExploreResource {

    static final String LANGUAGE = "{lang:fr|ar|en}";

    private static final String DIRECTORY = LANGUAGE + "/{directory:startups|programs|partners}";

    static final String RECORD = DIRECTORY + "/{id}";

    private static final String PROPOSAL = LANGUAGE + "/proposals/{id}";

    private static final String EMBEDDED = LANGUAGE + "/embed/";

    private final PageResponses pages;
    private final HomePage home;
    private final DirectoryPages directories;
    private final RecordPages records;
    private final CountryPages countries;
    private final IndicatorPages indicators;
    private final IndicatorPage indicator;
    private final CorrectionPages corrections;
    private final ProposalPages proposals;
    private final SchemaRegistry registry;

    ExploreResource(
            PageResponses pages,
            HomePage home,
            DirectoryPages directories,
            RecordPages records,
            CountryPages countries,
            IndicatorPages indicators,
            IndicatorPage indicator,
            CorrectionPages corrections,
            ProposalPages proposals,
            SchemaRegistry registry) {
        this.pages = pages;
        this.home = home;
        this.directories = directories;
        this.records = records;
        this.countries = countries;
        this.indicators = indicators;
        this.indicator = indicator;
        this.corrections = corrections;
        this.proposals = proposals;
        this.registry = registry;
    }

    /** Redirects to the first page in the language of the client. */
    @GET
    public Response language(@Context HttpServerRequest request) {
        RequestParameters.rejectAll(request);
        return ResponseBuilder.seePage(
                PagePaths.ROOT + "/" + ProblemTexts.language(request).code());
    }

    @GET
    @Path(LANGUAGE)
    public Response home(@RestPath String lang, @Context HttpServerRequest request) {
        return pages.page(page(lang, request), home::page, Templates::home);
    }

    @GET
    @Path(DIRECTORY)
    public Response directory(@RestPath String lang, @RestPath String directory, @Context HttpServerRequest request) {
        return pages.page(page(lang, request), page -> directories.page(named(directory), page), Templates::directory);
    }

    @GET
    @Path(EMBEDDED + "{directory:startups|programs|partners}")
    public Response embeddedDirectory(
            @RestPath String lang, @RestPath String directory, @Context HttpServerRequest request) {
        return directory(lang, directory, request);
    }

    @GET
    @Path(RECORD)
    public Response record(
            @RestPath String lang,
            @RestPath String directory,
            @RestPath String id,
            @Context HttpServerRequest request) {
        return pages.page(page(lang, request), page -> records.page(named(directory), id, page), Templates::record);
    }

    @GET
    @Path(EMBEDDED + "{directory:startups|programs|partners}/{id}")
    public Response embeddedRecord(
            @RestPath String lang,
            @RestPath String directory,
            @RestPath String id,
            @Context HttpServerRequest request) {
        return record(lang, directory, id, request);
    }

    /** Responds with the records in a relation of one record. */
    @GET
    @Path(LANGUAGE + "/{parent:startups|programs|partners|countries}/{id}/{list:startups|programs|partners|network}")
    public Response related(
            @RestPath String lang,
            @RestPath String parent,
            @RestPath String id,
            @RestPath String list,
            @Context HttpServerRequest request) {
        return pages.page(
                page(lang, request),
                page -> directories.related(registry.get(parent), id, list, page),
                Templates::directory);
    }

    @GET
    @Path(RECORD + "/correct")
    public Response correction(
            @RestPath String lang,
            @RestPath String directory,
            @RestPath String id,
            @Context HttpServerRequest request) {
        PageRequest page = page(lang, request);
        return pages.uncached(page, 200, corrections.form(schema(directory), id, page), Templates::correction);
    }

    /** Sends a correction; the response is a page or the redirect to one, as the form needs no script. */
    @POST
    @Path(RECORD + "/correct")
    public Response correct(
            @RestPath String lang,
            @RestPath String directory,
            @RestPath String id,
            @RestForm String field,
            @RestForm String value,
            @RestForm("source_url") String sourceUrl,
            @RestForm String note,
            @Context HttpServerRequest request) {
        PageRequest page = page(lang, request);
        return sent(
                page,
                corrections.send(schema(directory), id, new CorrectionForm(field, value, sourceUrl, note), page),
                Templates::correction);
    }

    /** Responds with what became of a suggestion. */
    @GET
    @Path(PROPOSAL)
    public Response proposal(@RestPath String lang, @RestPath String id, @Context HttpServerRequest request) {
        PageRequest page = page(lang, request);
        return pages.uncached(page, 200, proposals.page(id, page), Templates::proposal);
    }

    /**
     * Sends the answer to a curator's question. The path is that of the page, so that a refused form has the same links to
     * the other languages.
     */
    @POST
    @Path(PROPOSAL)
    public Response answer(
            @RestPath String lang, @RestPath String id, @RestForm String note, @Context HttpServerRequest request) {
        PageRequest page = page(lang, request);
        return sent(page, proposals.answer(id, note, page), Templates::proposal);
    }

    private <T> Response sent(PageRequest page, FormResult<T> result, PageResponses.Template<T> template) {
        return result.path() == null
                ? pages.uncached(page, result.status(), result.content(), template)
                : pages.seeOther(result.path());
    }

    @GET
    @Path(LANGUAGE + "/countries")
    public Response countries(@RestPath String lang, @Context HttpServerRequest request) {
        return pages.page(page(lang, request), countries::page, Templates::countries);
    }

    /** Redirects to a country in the list of all, as countries have no page of their own. */
    @GET
    @Path(LANGUAGE + "/countries/{country:[A-Z][A-Z]}")
    public Response country(@RestPath String lang, @RestPath String country, @Context HttpServerRequest request) {
        return ResponseBuilder.seePage(page(lang, request).path("countries") + "#" + country);
    }

    @GET
    @Path(LANGUAGE + "/indicators")
    public Response indicators(@RestPath String lang, @Context HttpServerRequest request) {
        return pages.page(page(lang, request), indicators::page, Templates::indicators);
    }

    @GET
    @Path(LANGUAGE + "/indicators/{id}")
    public Response indicator(@RestPath String lang, @RestPath String id, @Context HttpServerRequest request) {
        return pages.page(page(lang, request), page -> indicator.page(id, page), Templates::indicator);
    }

    @GET
    @Path(EMBEDDED + "indicators/{id}")
    public Response embeddedIndicator(@RestPath String lang, @RestPath String id, @Context HttpServerRequest request) {
        return indicator(lang, id, request);
    }

    static PageRequest page(String lang, HttpServerRequest request) {
        return PageRequest.of(Language.ofCode(lang).orElseThrow(), request);
    }

    private static Directory named(String directory) {
        return Directory.of(directory).orElseThrow();
    }

    private ResourceSchema schema(String directory) {
        return registry.get(directory);
    }
}
