package org.startupatlas.explore;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.PageResponses;
import org.startupatlas.explore.problem.ProblemView;
import org.startupatlas.explore.problem.ProblemViews;
import org.startupatlas.http.PagePaths;
import org.startupatlas.http.problem.Problem;
import org.startupatlas.http.problem.ProblemPage;
import org.startupatlas.http.problem.ProblemTexts;
import org.startupatlas.http.response.Negotiation;

/** Writes errors below {@code /explore} as pages. */
@Singleton
final class ExploreProblemPage implements ProblemPage {

    private final PageResponses pages;

    ExploreProblemPage(PageResponses pages) {
        this.pages = pages;
    }

    @Override
    public boolean isFor(HttpServerRequest request) {
        return PagePaths.isPage(request.path()) && Negotiation.prefersHtml(request);
    }

    @Override
    public byte[] write(Problem problem, HttpServerRequest http) {
        PageRequest request = PageRequest.ofProblem(ProblemTexts.language(http), http);
        ProblemView view = ProblemViews.of(problem, request);
        return pages.render(
                request, new PageResponses.Content<>(view.title(), view.title(), "", null, view), Templates::problem);
    }
}
