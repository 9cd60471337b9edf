package org.startupatlas.explore.country;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.startupatlas.explore.country.CountriesView.Row;
import org.startupatlas.explore.indicator.Claims;
import org.startupatlas.explore.page.PageReader;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.PageResponses.Content;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.PageUrl;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.schema.ResourceSchema;

/** Makes the page of the countries of the network. */
@Singleton
public final class CountryPages {

    private static final String LIMIT = String.valueOf(QueryLimits.MAX_LIMIT);

    private static final List<String> COUNTED = List.of("startups", "partners", "programs");

    private final PageReader reader;
    private final Claims claims;
    private final CountryMap map;

    CountryPages(PageReader reader, Claims claims, CountryMap map) {
        this.reader = reader;
        this.claims = claims;
        this.map = map;
    }

    public Content<CountriesView> page(PageRequest request) {
        RequestParameters.rejectAll(request.http());
        Texts texts = request.texts();
        List<Counted> countries = countries(request);
        CountriesView view = new CountriesView(
                claims.sentences(request, List.of("partners", "countries")),
                request.path("network"),
                map.draw(
                        countries.stream().map(country -> onMap(country, texts)).toList()),
                countries.stream().map(country -> row(country, request)).toList());
        return new Content<>(
                texts.get("nav.countries"),
                texts.get("countries.lead"),
                request.path("countries"),
                new PageUrl("/v1/countries")
                        .with("expand", "counts")
                        .with("limit", LIMIT)
                        .toString(),
                view);
    }

    /** A country with the number of its startups, partners and programs. */
    private record Counted(String code, String name, String lang, List<Long> counts) {
        long total() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Reads all countries that have records, those with the most first. */
    private List<Counted> countries(PageRequest request) {
        return reader
                .all(
                        reader.schema(ResourceSchema.COUNTRIES),
                        request.language(),
                        List.of(new Parameter("expand", ResourceSchema.COUNTS)))
                .stream()
                .map(CountryPages::counted)
                .filter(country -> country.total() > 0)
                .sorted(Comparator.comparingLong(Counted::total).reversed())
                .toList();
    }

    private static Counted counted(ObjectNode country) {
        JsonNode counts = country.at("/expanded/counts");
        return new Counted(
                country.get("id").textValue(),
                country.path("names").asText(country.get("name").textValue()),
                country.at("/langs/names").textValue(),
                COUNTED.stream().map(name -> counts.path(name).longValue()).toList());
    }

    private static CountryMap.Country onMap(Counted country, Texts texts) {
        return new CountryMap.Country(
                country.code,
                country.total(),
                texts.get(
                        "countries.point",
                        country.name,
                        country.counts.get(0),
                        country.counts.get(1),
                        country.counts.get(2)),
                "#" + country.code);
    }

    private static Row row(Counted country, PageRequest request) {
        return new Row(
                country.code,
                new Anchor(country.name, null, country.lang),
                records(country, 0, request),
                records(country, 1, request),
                records(country, 2, request));
    }

    /** Returns the number of records with the link to them; null if there are none. */
    private static Anchor records(Counted country, int place, PageRequest request) {
        long count = country.counts.get(place);
        return count == 0
                ? null
                : new Anchor(
                        request.texts().number(count),
                        request.path(ResourceSchema.COUNTRIES, country.code, COUNTED.get(place)));
    }
}
