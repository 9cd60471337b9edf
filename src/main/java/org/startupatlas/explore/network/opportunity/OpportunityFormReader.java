package org.startupatlas.explore.network.opportunity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.NetworkModel;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.model.Startup;
import org.startupatlas.network.opportunity.eligibility.DescribedReader;
import org.startupatlas.network.route.Destinations;
import org.startupatlas.network.route.NetworkRequest;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.Folding;
import org.startupatlas.schema.Vocabularies;

/** Reads the form that asks whether a startup can apply. */
@Singleton
public final class OpportunityFormReader {

    private static final List<String> STARTUPS = List.of(RecordKey.STARTUPS);

    private final Vocabularies vocabularies;
    private final NetworkModel model;
    private final NetworkRequest requests;
    private final Destinations destinations;

    OpportunityFormReader(
            Vocabularies vocabularies, NetworkModel model, NetworkRequest requests, Destinations destinations) {
        this.vocabularies = vocabularies;
        this.model = model;
        this.requests = requests;
        this.destinations = destinations;
    }

    /**
     * Reads the form of a request. What is wrong with its inputs becomes violations of the form, which the page shows.
     *
     * @throws RejectedException if a parameter that is no input of the form is invalid
     */
    public OpportunityForm read(PageRequest request) {
        ParameterSet parameters = OpportunityForm.parameters(request.url().parameters());
        LocalDate day = requests.day(parameters);
        parameters.rejectIfInvalid();
        int within = OpportunityForm.within(parameters);
        ObjectNode described = OpportunityForm.described(parameters);
        return model.read(network -> {
            RecordKey startup = startup(network, parameters).orElse(null);
            List<Violation> violations = new ArrayList<>(parameters.violations());
            if (parameters.text(OpportunityForm.FOR).isPresent() && !described.isEmpty()) {
                violations.add(Violation.of(OpportunityForm.FOR, "not-together"));
            }
            violations.addAll(violations(network, described));
            return new OpportunityForm(parameters, day, within, startup, described, violations);
        });
    }

    /** Returns the startup that the form names by its id, slug or whole name. */
    private Optional<RecordKey> startup(Network network, ParameterSet parameters) {
        Optional<String> word = parameters.text(OpportunityForm.FOR);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        return destinations
                .find(network, word.get(), STARTUPS)
                .or(() -> named(network, Folding.fold(word.get())))
                .or(() -> destinations.find(network, parameters, OpportunityForm.FOR, STARTUPS));
    }

    /** Returns the only startup with a name; empty if none or several have it. */
    private static Optional<RecordKey> named(Network network, String folded) {
        List<Startup> named = network.startups().stream()
                .filter(startup -> Folding.fold(startup.name()).equals(folded))
                .limit(2)
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0).key()) : Optional.empty();
    }

    private List<Violation> violations(Network network, ObjectNode described) {
        List<Violation> violations = new ArrayList<>();
        try {
            DescribedReader.read(described, vocabularies, network);
        } catch (RejectedException rejected) {
            rejected.violations().stream()
                    .map(violation -> isNoLabel(violation)
                            ? Violation.at("/" + OpportunityForm.LABELS, "not-together")
                            : violation)
                    .forEach(violations::add);
        }
        return violations;
    }

    /** Returns whether it is said that a startup has no label, beside labels that it has. */
    private static boolean isNoLabel(Violation violation) {
        return violation.pointer().startsWith("/" + OpportunityForm.LABELS)
                && violation.arguments().contains(OpportunityForm.NO_LABEL);
    }
}
