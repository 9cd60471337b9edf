package org.startupatlas.explore;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestPath;
import org.startupatlas.explore.lookup.LookupForm;
import org.startupatlas.explore.lookup.LookupPages;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.PageResponses;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.schema.Format;

/** The page that looks up a pasted list of names, and the file with its answers. Nothing of it is stored. */
@Path("/explore")
public class LookupResource {

    private static final String LIST = ExploreResource.LANGUAGE + "/reconcile";

    private final PageResponses pages;
    private final LookupPages lookups;

    LookupResource(PageResponses pages, LookupPages lookups) {
        this.pages = pages;
        this.lookups = lookups;
    }

    @GET
    @Path(LIST)
    public Response form(@RestPath String lang, @Context HttpServerRequest request) {
        return pages.page(ExploreResource.page(lang, request), lookups::form, Templates::lookup);
    }

    /** Looks up a list. It is in the body, as lists are longer than addresses may be. */
    @POST
    @Path(LIST)
    public Response answer(@RestPath String lang, InputStream body, @Context HttpServerRequest request) {
        PageRequest page = ExploreResource.page(lang, request);
        LookupForm form = LookupForm.read(request, body);
        LookupPages.Result result = lookups.answer(form, page);
        return result.content() == null
                ? file(form.file().orElseThrow(), result.file())
                : pages.uncached(page, result.status(), result.content(), Templates::lookup);
    }

    private static Response file(Format format, byte[] bytes) {
        return ResponseBuilder.uncached(Response.ok(bytes))
                .type(format.mediaType())
                .header("Content-Disposition", "attachment; filename=\"names." + format.code() + "\"")
                .build();
    }
}
