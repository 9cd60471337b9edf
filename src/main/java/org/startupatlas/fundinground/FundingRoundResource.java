package org.startupatlas.fundinground;

import jakarta.ws.rs.Path;
import org.startupatlas.http.RecordReading;
import org.startupatlas.http.RecordResource;

/** A funding round, and all of them, over HTTP. */
@Path("/v1/funding_rounds")
public class FundingRoundResource extends RecordResource {

    FundingRoundResource(RecordReading reading) {
        super(FundingRoundDeclaration.FUNDING_ROUNDS, reading);
    }
}
