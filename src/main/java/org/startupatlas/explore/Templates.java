package org.startupatlas.explore;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.startupatlas.explore.country.CountriesView;
import org.startupatlas.explore.directory.DirectoryView;
import org.startupatlas.explore.home.HomeView;
import org.startupatlas.explore.indicator.IndicatorView;
import org.startupatlas.explore.indicator.IndicatorsView;
import org.startupatlas.explore.lookup.LookupView;
import org.startupatlas.explore.network.graph.GraphView;
import org.startupatlas.explore.network.match.MatchesView;
import org.startupatlas.explore.network.opportunity.OpportunitiesView;
import org.startupatlas.explore.network.reach.NetworkView;
import org.startupatlas.explore.network.route.RoutesView;
import org.startupatlas.explore.problem.ProblemView;
import org.startupatlas.explore.proposal.CorrectionView;
import org.startupatlas.explore.proposal.ProposalView;
import org.startupatlas.explore.record.RecordView;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Frame;

/** The templates of pages, in {@code src/main/resources/templates/explore}. */
@CheckedTemplate(basePath = "explore")
final class Templates {

    private Templates() {}

    static native TemplateInstance home(Frame frame, Texts t, HomeView page);

    static native TemplateInstance directory(Frame frame, Texts t, DirectoryView page);

    static native TemplateInstance record(Frame frame, Texts t, RecordView page);

    static native TemplateInstance countries(Frame frame, Texts t, CountriesView page);

    static native TemplateInstance indicators(Frame frame, Texts t, IndicatorsView page);

    static native TemplateInstance indicator(Frame frame, Texts t, IndicatorView page);

    static native TemplateInstance correction(Frame frame, Texts t, CorrectionView page);

    static native TemplateInstance proposal(Frame frame, Texts t, ProposalView page);

    static native TemplateInstance matches(Frame frame, Texts t, MatchesView page);

    static native TemplateInstance routes(Frame frame, Texts t, RoutesView page);

    static native TemplateInstance graph(Frame frame, Texts t, GraphView page);

    static native TemplateInstance network(Frame frame, Texts t, NetworkView page);

    static native TemplateInstance opportunities(Frame frame, Texts t, OpportunitiesView page);

    static native TemplateInstance lookup(Frame frame, Texts t, LookupView page);

    static native TemplateInstance problem(Frame frame, Texts t, ProblemView page);
}
