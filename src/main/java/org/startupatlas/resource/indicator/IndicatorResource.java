package org.startupatlas.resource.indicator;

import jakarta.ws.rs.Path;
import org.startupatlas.http.record.RecordReadHandler;
import org.startupatlas.http.record.RecordWriteHandler;
import org.startupatlas.http.record.WritableResource;

/** The routes of indicators. */
@Path("/v1/indicators")
public class IndicatorResource extends WritableResource {

    IndicatorResource(RecordReadHandler readHandler, RecordWriteHandler writeHandler) {
        super(IndicatorRecord.SCHEMA, readHandler, writeHandler);
    }
}
