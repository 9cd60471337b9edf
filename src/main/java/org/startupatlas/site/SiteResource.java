package org.startupatlas.site;

import jakarta.ws.rs.Path;
import org.startupatlas.http.RecordReading;
import org.startupatlas.http.RecordResource;

/** A site, and all of them, over HTTP. */
@Path("/v1/sites")
public class SiteResource extends RecordResource {

    SiteResource(RecordReading reading) {
        super(SiteDeclaration.SITES, reading);
    }
}
