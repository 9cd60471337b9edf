package org.startupatlas.explore.network.reach;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.startupatlas.explore.country.CountryMap;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.PageResponses.Content;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.PageUrl;
import org.startupatlas.http.Limits;
import org.startupatlas.http.format.Projection;
import org.startupatlas.network.model.NetworkModel;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.reach.ReachReader;
import org.startupatlas.network.route.NetworkRequest;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/** Makes the page of what the startups of Morocco reach, what they do not, and what would change that. */
@Singleton
public final class NetworkPages {

    private static final RecordKey MOROCCO = RecordKey.country("MA");

    private static final String ON = "on";

    private static final int AGREEMENTS = 3;

    private final SchemaRegistry registry;
    private final Vocabularies vocabularies;
    private final NetworkModel model;
    private final NetworkRequest requests;
    private final ReachReader reach;
    private final CountryMap map;

    NetworkPages(
            SchemaRegistry registry,
            Vocabularies vocabularies,
            NetworkModel model,
            NetworkRequest requests,
            ReachReader reach,
            CountryMap map) {
        this.registry = registry;
        this.vocabularies = vocabularies;
        this.model = model;
        this.requests = requests;
        this.reach = reach;
        this.map = map;
    }

    /**
     * Reads the page.
     *
     * @throws RejectedException if a parameter is invalid
     */
    public Content<NetworkView> page(PageRequest request) {
        ParameterSet parameters =
                ParameterSet.of(request.url().parameters(), List.of(ON)).rejectUnknown();
        LocalDate day = requests.day(parameters);
        parameters.rejectIfInvalid();
        ReachReader.Overview overview = model.read(network ->
                reach.overview(network, MOROCCO, day, Limits.MAX_NETWORK_ROWS, AGREEMENTS, request.language()));
        ReachViews views =
                new ReachViews(overview, new Projection(registry, vocabularies, request.language()), request);
        NetworkView view = new NetworkView(
                views.numbers(),
                map.draw(views.points()),
                views.reached(),
                views.unreached(),
                views.sectors(),
                views.agreements(),
                views.bound(),
                data("reach", request),
                data("white_spots", request),
                data("next_best", request));
        Texts texts = request.texts();
        return new Content<>(
                texts.get("network.heading"),
                texts.get("network.lead"),
                request.path(RecordKey.COUNTRIES),
                api("reach", request).toString(),
                view);
    }

    private static Anchor data(String path, PageRequest request) {
        return new Anchor(
                request.texts().get("network.data"), api(path, request).toString());
    }

    private static PageUrl api(String path, PageRequest request) {
        return request.url()
                .at("/v1/network/" + path)
                .with("lang", request.language().code());
    }
}
