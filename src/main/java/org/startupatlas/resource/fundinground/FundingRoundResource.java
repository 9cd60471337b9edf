package org.startupatlas.resource.fundinground;

import jakarta.ws.rs.Path;
import org.startupatlas.http.record.RecordReadHandler;
import org.startupatlas.http.record.RecordWriteHandler;
import org.startupatlas.http.record.WritableResource;

/** The routes of funding rounds. */
@Path("/v1/funding_rounds")
public class FundingRoundResource extends WritableResource {

    FundingRoundResource(RecordReadHandler readHandler, RecordWriteHandler writeHandler) {
        super(FundingRoundRecord.SCHEMA, readHandler, writeHandler);
    }
}
