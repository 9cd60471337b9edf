package org.startupatlas.proposals;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.proposals.store.ProposalState;
import org.startupatlas.query.parameter.ParameterSet;

/**
 * The query parameters of the list of proposals.
 *
 * @param state only proposals in this state; null for all
 */
record ProposalParameters(@Parameter(ref = "proposals.state") ProposalState state) {

    private static final List<String> NAMES = ParameterSet.names(ProposalParameters.class);

    static ProposalParameters of(HttpServerRequest request) {
        ParameterSet parameters = RequestParameters.only(request, NAMES);
        Optional<ProposalState> state =
                parameters.choice("state", ProposalState.CODES).map(ProposalState::ofCode);
        parameters.rejectIfInvalid();
        return new ProposalParameters(state.orElse(null));
    }
}
