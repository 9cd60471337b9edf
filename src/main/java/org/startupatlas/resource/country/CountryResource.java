package org.startupatlas.resource.country;

import jakarta.ws.rs.Path;
import org.startupatlas.http.record.RecordReadHandler;
import org.startupatlas.http.record.RecordResource;

/** A country, and all of them, over HTTP. */
@Path("/v1/countries")
public class CountryResource extends RecordResource {

    CountryResource(RecordReadHandler readHandler) {
        super(CountrySchema.COUNTRIES, readHandler);
    }
}
