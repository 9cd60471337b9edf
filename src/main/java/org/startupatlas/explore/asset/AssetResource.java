package org.startupatlas.explore.asset;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.response.ResponseBuilder;

/** The files that pages load. */
@Path("/explore/assets")
public class AssetResource {

    private final Assets assets;

    AssetResource(Assets assets) {
        this.assets = assets;
    }

    @GET
    @Path("{file}")
    public Response get(@RestPath String file, @Context HttpServerRequest request) {
        RequestParameters.rejectAll(request);
        Assets.Asset asset = assets.find(file).orElseThrow(NotFoundException::new);
        return ResponseBuilder.immutable(request, asset.mediaType(), asset.bytes());
    }
}
