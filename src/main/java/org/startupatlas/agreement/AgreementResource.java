package org.startupatlas.agreement;

import jakarta.ws.rs.Path;
import org.startupatlas.http.RecordReading;
import org.startupatlas.http.RecordWriting;
import org.startupatlas.http.WritableResource;

/** An agreement, and all of them, over HTTP. */
@Path("/v1/agreements")
public class AgreementResource extends WritableResource {

    AgreementResource(RecordReading reading, RecordWriting writing) {
        super(AgreementDeclaration.AGREEMENTS, reading, writing);
    }
}
