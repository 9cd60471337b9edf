package org.startupatlas.explore.network.opportunity;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import org.startupatlas.explore.network.NodeLinks;
import org.startupatlas.explore.network.opportunity.OpportunityViews.Shown;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.PageResponses.Content;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.PageUrl;
import org.startupatlas.http.format.Projection;
import org.startupatlas.network.match.criterion.VocabularyHierarchy;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.NetworkModel;
import org.startupatlas.network.model.Node;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.model.Startup;
import org.startupatlas.network.opportunity.OpportunityTexts;
import org.startupatlas.network.opportunity.eligibility.Applicant;
import org.startupatlas.network.opportunity.eligibility.DescribedReader;
import org.startupatlas.network.opportunity.eligibility.Opportunity;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/** Makes the page of what is open, with the form that asks whether a startup can apply. */
@Singleton
public final class OpportunityPages {

    /** The last segment of the address of the page. */
    public static final String PATH = "opportunities";

    private final SchemaRegistry registry;
    private final Vocabularies vocabularies;
    private final VocabularyHierarchy hierarchy;
    private final NetworkModel model;
    private final OpportunityTexts decisions;
    private final ProgramCoverage coverage;
    private final ObjectMapper json;

    OpportunityPages(
            SchemaRegistry registry,
            Vocabularies vocabularies,
            VocabularyHierarchy hierarchy,
            NetworkModel model,
            OpportunityTexts decisions,
            ProgramCoverage coverage,
            ObjectMapper json) {
        this.registry = registry;
        this.vocabularies = vocabularies;
        this.hierarchy = hierarchy;
        this.model = model;
        this.decisions = decisions;
        this.coverage = coverage;
        this.json = json;
    }

    /** Returns the address of the page with the answers for a startup of the registry. */
    public static String path(String slug, PageRequest request) {
        return new PageUrl(request.path(PATH), List.of(new Parameter(OpportunityForm.FOR, slug))).toString();
    }

    /**
     * Returns the page; the opportunities have answers if the form is valid and has an applicant.
     *
     * @throws RejectedException 404 if the startup of the form was deleted after the form was read
     */
    public Content<OpportunitiesView> page(OpportunityForm form, PageRequest request) {
        List<Anchor> known = coverage.sentences(request);
        return model.read(network -> {
            Node startup = form.hasApplicant() && form.startup() != null
                    ? network.node(form.startup()).orElseThrow(form.startup()::unknownRecord)
                    : null;
            PageUrl api = api(form, startup, request);
            return new Content<>(
                    request.texts().get("opportunities.title"),
                    request.texts().get("opportunities.lead"),
                    request.path(PATH),
                    api.toString(),
                    view(network, form, startup, known, api, request));
        });
    }

    /** Returns the call of the API; a startup that the form describes cannot be sent by an address. */
    private static PageUrl api(OpportunityForm form, Node startup, PageRequest request) {
        PageUrl api = new PageUrl(
                "/v1/opportunities",
                request.url().parameters().stream()
                        .filter(parameter -> List.of(OpportunityForm.ON, OpportunityForm.WITHIN)
                                .contains(parameter.name()))
                        .filter(parameter ->
                                form.isValid() && !parameter.value().isBlank())
                        .toList());
        return (startup == null ? api : api.with(OpportunityForm.FOR, startup.slug()))
                .with("lang", request.language().code());
    }

    private OpportunitiesView view(
            Network network, OpportunityForm form, Node startup, List<Anchor> known, PageUrl api, PageRequest request) {
        Anchor applying = startup == null ? null : NodeLinks.of(startup, request);
        Projection projection = new Projection(registry, vocabularies, request.language());
        OpportunityViews views = new OpportunityViews(
                request,
                projection,
                registry.get(RecordKey.PROGRAMS),
                decisions,
                new CriterionTexts(request.texts(), projection, applying == null ? null : applying.href()));
        List<Shown> all =
                Opportunity.find(network, applicant(network, startup, form), hierarchy, form.day(), form.within())
                        .stream()
                        .map(opportunity -> new Shown(
                                opportunity,
                                RecordJson.read(
                                        json,
                                        network.document(opportunity.program().key())
                                                .orElseThrow())))
                        .toList();
        String feed = api.with("format", "atom").toString();
        return new OpportunitiesView(
                new FormViews(request, vocabularies, projection).of(form),
                form.parameters().text(OpportunityForm.ON).isEmpty()
                        ? null
                        : request.texts().day(form.day()),
                applying,
                form.hasApplicant() ? views.summary(all) : null,
                views.groups(all),
                known,
                List.of(
                        new Anchor(
                                request.texts().get("opportunities.calendar"),
                                api.with("format", "ics").toString()),
                        new Anchor(request.texts().get("opportunities.feed"), feed),
                        new Anchor(request.texts().get("format.json"), api.toString())),
                feed);
    }

    private Applicant applicant(Network network, Node startup, OpportunityForm form) {
        if (!form.hasApplicant()) {
            return null;
        }
        return startup == null
                ? DescribedReader.read(form.described(), vocabularies, network)
                : Applicant.of((Startup) startup, network, form.day());
    }
}
