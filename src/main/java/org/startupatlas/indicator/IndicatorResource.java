package org.startupatlas.indicator;

import jakarta.ws.rs.Path;
import org.startupatlas.http.RecordReading;
import org.startupatlas.http.RecordResource;

/** An indicator, and all of them, over HTTP. */
@Path("/v1/indicators")
public class IndicatorResource extends RecordResource {

    IndicatorResource(RecordReading reading) {
        super(IndicatorDeclaration.INDICATORS, reading);
    }
}
