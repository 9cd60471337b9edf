package org.startupatlas.indicator;

import jakarta.ws.rs.Path;
import org.startupatlas.http.RecordReading;
import org.startupatlas.http.RecordWriting;
import org.startupatlas.http.WritableResource;

/** An indicator, and all of them, over HTTP. */
@Path("/v1/indicators")
public class IndicatorResource extends WritableResource {

    IndicatorResource(RecordReading reading, RecordWriting writing) {
        super(IndicatorDeclaration.INDICATORS, reading, writing);
    }
}
