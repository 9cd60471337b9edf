package org.startupatlas.resource.country;

import jakarta.ws.rs.Path;
import org.startupatlas.http.record.RecordReadHandler;
import org.startupatlas.http.record.RecordResource;

/** The routes of countries. */
@Path("/v1/countries")
public class CountryResource extends RecordResource {

    CountryResource(RecordReadHandler readHandler) {
        super(CountryRecord.SCHEMA, readHandler);
    }
}
