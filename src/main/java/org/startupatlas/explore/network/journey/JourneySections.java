package org.startupatlas.explore.network.journey;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.startupatlas.explore.network.NodeLinks;
import org.startupatlas.explore.network.journey.CohortView.Row;
import org.startupatlas.explore.network.journey.CohortView.Through;
import org.startupatlas.explore.network.journey.JourneyView.StepView;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.PageUrl;
import org.startupatlas.http.format.Projection;
import org.startupatlas.network.journey.Cohort;
import org.startupatlas.network.journey.CohortJson;
import org.startupatlas.network.journey.Journey;
import org.startupatlas.network.journey.Step;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.NetworkModel;
import org.startupatlas.network.model.Program;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.route.NetworkMeta;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/** Makes the journey on the page of a startup, and the figures of its startups on that of a program. */
@Singleton
public final class JourneySections {

    /** The parameter of a program's page that names an edition. */
    public static final String EDITION = "edition";

    /** The record has them all. */
    private static final int MAX_SOURCES = 3;

    private static final String LIST_SEPARATOR = "list.separator";

    private final NetworkModel model;
    private final SchemaRegistry registry;
    private final Vocabularies vocabularies;

    JourneySections(NetworkModel model, SchemaRegistry registry, Vocabularies vocabularies) {
        this.model = model;
        this.registry = registry;
        this.vocabularies = vocabularies;
    }

    /** Returns the journey of a startup; empty if the network does not have it yet. */
    public Optional<JourneyView> startup(String id, PageRequest request) {
        return model.read(
                network -> network.startup(id).map(startup -> journey(Journey.of(network, startup), network, request)));
    }

    private JourneyView journey(Journey journey, Network network, PageRequest request) {
        Texts texts = request.texts();
        return new JourneyView(
                journey.steps().stream()
                        .map(step -> step(step, network, request))
                        .toList(),
                sentence(texts, "journey.not_known", "journey.kind.", journey.notKnown(), kind -> kind.code()),
                sentence(texts, "journey.none", "journey.kind.", journey.none(), kind -> kind.code()),
                "/v1/startups/" + journey.startup().slug() + "/journey");
    }

    /** Returns a sentence with a list of words; null if the list is empty. */
    private static <T> String sentence(
            Texts texts, String key, String prefix, List<T> words, Function<T, String> code) {
        return words.isEmpty()
                ? null
                : texts.get(
                        key,
                        String.join(
                                texts.get(LIST_SEPARATOR),
                                words.stream()
                                        .map(word -> texts.get(prefix + code.apply(word)))
                                        .toList()));
    }

    private StepView step(Step step, Network network, PageRequest request) {
        Texts texts = request.texts();
        return new StepView(
                step.date() == null ? null : texts.date(step.date().text()),
                texts.get("journey.kind." + step.kind().code()),
                step.node() == null ? null : link(step.node(), network, request),
                detail(step, request),
                step.partners().stream()
                        .map(partner -> link(partner, network, request))
                        .toList(),
                NodeLinks.evidence(step.evidence(), request),
                step.sources().stream()
                        .map(NodeLinks::source)
                        .filter(Objects::nonNull)
                        .distinct()
                        .limit(MAX_SOURCES)
                        .toList(),
                sentence(texts, "journey.unknown", "journey.unknown.", step.unknown(), Function.identity()));
    }

    private String detail(Step step, PageRequest request) {
        Projection labels = new Projection(registry, vocabularies, request.language());
        Stream<String> details =
                switch (step.kind()) {
                    case PARTICIPATION -> Stream.of(
                            step.edition(),
                            label(labels, "participation_states", step.state()),
                            label(labels, "participation_outcomes", step.detail()));
                    case ROUND -> Stream.of(
                            label(labels, "funding_types", step.detail()),
                            label(labels, "funding_classes", step.fundingClass()),
                            amount(step, request.texts()));
                    case EXIT -> Stream.of(
                            step.fundingClass() == null && step.amount() == null
                                    ? label(labels, "startup_statuses", step.detail())
                                    : label(labels, "funding_types", step.detail()),
                            amount(step, request.texts()));
                    case MARKET, MARKET_PLANNED, MARKET_ENTERED, ENTITY_ABROAD -> Stream.of(
                            label(labels, "market_states", step.state()), label(labels, "market_modes", step.detail()));
                    case FOUNDED, CLOSED -> Stream.empty();
                };
        String joined = String.join(" · ", details.filter(Objects::nonNull).toList());
        return joined.isEmpty() ? null : joined;
    }

    private static String label(Projection labels, String vocabulary, String code) {
        return code == null ? null : labels.label(vocabulary, code).orElse(code);
    }

    private static String amount(Step step, Texts texts) {
        return step.amount() == null
                ? null
                : texts.number(step.amount().value()) + " " + step.amount().currency();
    }

    private static Anchor link(RecordKey key, Network network, PageRequest request) {
        return NodeLinks.of(network.node(key).orElseThrow(), request);
    }

    /**
     * Returns the figures of a program; empty without known participants.
     *
     * @throws org.startupatlas.query.parameter.RejectedException if the request names an edition that there is not
     */
    public Optional<CohortView> program(String id, LocalDate day, PageRequest request) {
        return model.read(network -> network.program(id).flatMap(program -> cohort(program, network, day, request)));
    }

    private static Optional<CohortView> cohort(Program program, Network network, LocalDate day, PageRequest request) {
        List<String> editions = Cohort.editions(network, program);
        ParameterSet parameters = ParameterSet.of(request.url().parameters(), List.of(EDITION));
        String edition = parameters.choice(EDITION, editions).orElse(null);
        parameters.rejectIfInvalid();
        Cohort cohort = Cohort.of(network, program, edition, day);
        if (cohort.members().isEmpty() && edition == null) {
            return Optional.empty();
        }
        CohortJson figures = CohortJson.of(
                cohort, day, network, request.language(), NetworkMeta.of(network, request.language(), day));
        Texts texts = request.texts();
        PageUrl api = new PageUrl("/v1/stats/journeys").with("cohort", program.slug());
        return Optional.of(new CohortView(
                texts.get("cohort.size", figures.startups(), figures.undated()),
                edition,
                editions(editions, edition, request),
                figures.data().stream().map(figure -> row(figure, request)).toList(),
                (edition == null ? api : api.with(EDITION, edition)).toString()));
    }

    private static List<Anchor> editions(List<String> editions, String shown, PageRequest request) {
        List<Anchor> links = new ArrayList<>();
        if (shown != null) {
            links.add(
                    new Anchor(request.texts().get("cohort.all"), request.url().without(EDITION) + "#cohort-heading"));
        }
        editions.stream()
                .filter(code -> !code.equals(shown))
                .map(code -> new Anchor(code, request.url().without(EDITION).with(EDITION, code) + "#cohort-heading"))
                .forEach(links::add);
        return links;
    }

    private static Row row(CohortJson.FigureJson figure, PageRequest request) {
        Texts texts = request.texts();
        return new Row(
                texts.get("cohort.milestone." + figure.milestone()),
                texts.get("cohort.months", figure.months()),
                Stream.of(figure.reached(), figure.unknown(), figure.notReached(), figure.notYet(), figure.before())
                        .map(texts::number)
                        .toList(),
                texts.get("cohort.of", figure.decided(), figure.startups()),
                figure.through().stream()
                        .map(through ->
                                new Through(NodeLinks.of(through.node(), request), texts.number(through.startups())))
                        .toList());
    }
}
