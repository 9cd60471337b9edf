package org.startupatlas.site;

import jakarta.ws.rs.Path;
import org.startupatlas.http.RecordReading;
import org.startupatlas.http.RecordWriting;
import org.startupatlas.http.WritableResource;

/** A site, and all of them, over HTTP. */
@Path("/v1/sites")
public class SiteResource extends WritableResource {

    SiteResource(RecordReading reading, RecordWriting writing) {
        super(SiteDeclaration.SITES, reading, writing);
    }
}
