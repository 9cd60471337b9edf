package org.startupatlas.fundinground;

import jakarta.ws.rs.Path;
import org.startupatlas.http.RecordReading;
import org.startupatlas.http.RecordWriting;
import org.startupatlas.http.WritableResource;

/** A funding round, and all of them, over HTTP. */
@Path("/v1/funding_rounds")
public class FundingRoundResource extends WritableResource {

    FundingRoundResource(RecordReading reading, RecordWriting writing) {
        super(FundingRoundDeclaration.FUNDING_ROUNDS, reading, writing);
    }
}
