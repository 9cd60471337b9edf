package org.startupatlas.explore.page;

import jakarta.inject.Singleton;
import java.util.List;
import org.startupatlas.explore.asset.Assets;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.Frame;
import org.startupatlas.schema.Language;

/** Makes the frame of a page: navigation, languages and the call that returns the same data. */
@Singleton
final class Frames {

    private static final List<Language> ORDER = List.of(Language.FR, Language.AR, Language.EN);

    private final Assets assets;

    Frames(Assets assets) {
        this.assets = assets;
    }

    Frame of(PageRequest request, PageResponses.Content<?> content, long revision) {
        Texts texts = request.texts();
        String origin = request.origin();
        List<Anchor> views = PageRequest.VIEWS.stream()
                .map(view -> new Anchor(texts.get("nav." + view), request.path(view)))
                .toList();
        List<Anchor> languages = ORDER.stream()
                .map(language -> new Anchor(
                        Texts.of(language).get("language.name"),
                        request.in(language).toString(),
                        language.code()))
                .toList();
        return new Frame(
                request.language().code(),
                request.language().direction(),
                content.title(),
                content.description(),
                request.path(),
                views,
                content.view(),
                languages,
                origin + request.canonical(),
                content.api(),
                content.api() == null ? null : "curl '" + origin + content.api().replace("'", "%27") + "'",
                String.valueOf(revision),
                assets.paths(),
                request.isEmbedded());
    }
}
