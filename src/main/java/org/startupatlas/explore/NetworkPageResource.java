package org.startupatlas.explore;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.startupatlas.explore.network.graph.GraphPages;
import org.startupatlas.explore.network.match.MatchPages;
import org.startupatlas.explore.network.opportunity.OpportunityForm;
import org.startupatlas.explore.network.opportunity.OpportunityFormReader;
import org.startupatlas.explore.network.opportunity.OpportunityPages;
import org.startupatlas.explore.network.reach.NetworkPages;
import org.startupatlas.explore.network.route.RoutePages;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.PageResponses;

/** The pages of the network: whom to meet, how to get to a country, what nobody reaches, and what one can apply for. */
@Path("/explore")
public class NetworkPageResource {

    private final PageResponses pages;
    private final MatchPages matches;
    private final RoutePages routes;
    private final NetworkPages network;
    private final GraphPages graphs;
    private final OpportunityFormReader forms;
    private final OpportunityPages opportunities;

    NetworkPageResource(
            PageResponses pages,
            MatchPages matches,
            RoutePages routes,
            NetworkPages network,
            GraphPages graphs,
            OpportunityFormReader forms,
            OpportunityPages opportunities) {
        this.pages = pages;
        this.matches = matches;
        this.routes = routes;
        this.network = network;
        this.graphs = graphs;
        this.forms = forms;
        this.opportunities = opportunities;
    }

    /** Responds with whom a record should meet. */
    @GET
    @Path(ExploreResource.RECORD + "/matches")
    public Response matches(
            @RestPath String lang,
            @RestPath String directory,
            @RestPath String id,
            @Context HttpServerRequest request) {
        return pages.page(
                ExploreResource.page(lang, request), page -> matches.page(directory, id, page), Templates::matches);
    }

    /** Responds with how a startup gets to a country. */
    @GET
    @Path(ExploreResource.LANGUAGE + "/startups/{id}/routes")
    public Response routes(@RestPath String lang, @RestPath String id, @Context HttpServerRequest request) {
        return pages.page(ExploreResource.page(lang, request), page -> routes.page(id, page), Templates::routes);
    }

    /** Responds with the direct links of a record. */
    @GET
    @Path(ExploreResource.RECORD + "/graph")
    public Response graph(
            @RestPath String lang,
            @RestPath String directory,
            @RestPath String id,
            @Context HttpServerRequest request) {
        return pages.page(
                ExploreResource.page(lang, request), page -> graphs.page(directory, id, page), Templates::graph);
    }

    /** Responds with what one can apply for; a form with a mistake is a page too, with what was written into it. */
    @GET
    @Path(ExploreResource.LANGUAGE + "/" + OpportunityPages.PATH)
    public Response opportunities(@RestPath String lang, @Context HttpServerRequest request) {
        PageRequest page = ExploreResource.page(lang, request);
        OpportunityForm form = forms.read(page);
        return form.isValid()
                ? pages.page(page, each -> opportunities.page(form, each), Templates::opportunities)
                : pages.uncached(page, 400, opportunities.page(form, page), Templates::opportunities);
    }

    /** Responds with what the startups of Morocco reach, and what would change that. */
    @GET
    @Path(ExploreResource.LANGUAGE + "/network")
    public Response network(@RestPath String lang, @Context HttpServerRequest request) {
        return pages.page(ExploreResource.page(lang, request), network::page, Templates::network);
    }
}
