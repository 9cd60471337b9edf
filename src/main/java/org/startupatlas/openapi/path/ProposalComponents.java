package org.startupatlas.openapi.path;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.startupatlas.openapi.schema.RecordSchemas;
import org.startupatlas.openapi.schema.TypedSchemas;
import org.startupatlas.proposals.store.ProposalState;
import org.startupatlas.schema.Format;

/** Adds what the operations on proposals have in common, once for all of them. */
final class ProposalComponents {

    private ProposalComponents() {}

    static void add(Components components, TypedSchemas schemas) {
        components.addParameter(
                "proposals.id", Parameters.path("id", "The proposal's id.", "5f0c2a9e4b7d41c8a3e6f10d9b2c7e58"));
        components.addParameter(
                "proposals.state", Parameters.choice("state", "Only proposals in this state.", ProposalState.CODES));
        MediaType note = OASFactory.createMediaType().schema(RecordSchemas.reference("ProposalNote"));
        schemas.addExample(note);
        components.addRequestBody(
                "ProposalNote",
                OASFactory.createRequestBody()
                        .description("What there is to say.")
                        .content(content(note))
                        .required(true));
        MediaType proposal = OASFactory.createMediaType().schema(RecordSchemas.reference("Proposal"));
        schemas.addExample(proposal);
        components.addResponse(
                "Proposal",
                OASFactory.createAPIResponse().description("The proposal.").content(content(proposal)));
    }

    private static Content content(MediaType json) {
        return OASFactory.createContent().addMediaType(Format.JSON.mediaType(), json);
    }
}
