package org.startupatlas.explore.home;

import jakarta.inject.Singleton;
import java.util.List;
import org.startupatlas.explore.home.HomeView.Number;
import org.startupatlas.explore.page.PageReader;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.PageResponses.Content;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.http.RequestParameters;

/** Makes the first page. */
@Singleton
public final class HomePage {

    private static final List<String> COUNTED = List.of("startups", "programs", "partners", "indicators");

    private static final List<Question> QUESTIONS = List.of(
            new Question("fintech", "startups?sectors=fintech&region=MA-04"),
            new Question("agritech", "programs?sectors=agritech"),
            new Question("funding", "programs?pillars=access_to_funding&status=active,recurring"),
            new Question("abroad", "programs?countries=FR"),
            new Question("network", "partners?networks=plug-and-play"),
            new Question("reach", "network"),
            new Question("opportunities", "opportunities"));

    /** A question that one page answers. */
    private record Question(String key, String list) {}

    private final PageReader reader;

    HomePage(PageReader reader) {
        this.reader = reader;
    }

    public Content<HomeView> page(PageRequest request) {
        RequestParameters.rejectAll(request.http());
        Texts texts = request.texts();
        HomeView view = new HomeView(
                request.path("startups"),
                COUNTED.stream()
                        .map(resource -> new Number(
                                texts.number(reader.count(resource)),
                                texts.get("nav." + resource),
                                request.path(resource)))
                        .toList(),
                QUESTIONS.stream()
                        .map(question ->
                                new Anchor(texts.get("home.question." + question.key), request.path(question.list)))
                        .toList());
        return new Content<>(texts.get("home.title"), texts.get("home.lead"), "", "/v1", view);
    }
}
