package org.startupatlas.country;

import jakarta.ws.rs.Path;
import org.startupatlas.http.RecordReading;
import org.startupatlas.http.RecordResource;

/** A country, and all of them, over HTTP. */
@Path("/v1/countries")
public class CountryResource extends RecordResource {

    CountryResource(RecordReading reading) {
        super(CountryDeclaration.COUNTRIES, reading);
    }
}
