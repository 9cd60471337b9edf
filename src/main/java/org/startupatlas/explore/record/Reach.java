package org.startupatlas.explore.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.startupatlas.explore.country.CountryMap;
import org.startupatlas.explore.page.Labels;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.record.RecordView.Way;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.query.expand.Expander;

/** Collects the countries of a record itself, and those of its programs and partners, which may lead there. */
final class Reach {

    private static final String MARKETS = "markets";

    private static final String PRESENCES = "presences";

    private static final String COUNTRIES = "countries";

    /** The field of a partner's headquarters. */
    private static final String SEAT = "country";

    private static final String ANNOUNCED = "announced";

    private final PageRequest request;
    private final ObjectNode record;

    Reach(PageRequest request, ObjectNode record) {
        this.request = request;
        this.record = record;
    }

    /** Returns the markets and presences of the record itself. */
    List<Anchor> own() {
        List<Anchor> own = new ArrayList<>();
        String market = request.texts().get("reach.market");
        countries(record, MARKETS).forEach((code, name) -> own.add(own(code, name, market)));
        countries(record, PRESENCES).forEach((code, name) -> own.add(own(code, name, presence(code))));
        return own;
    }

    private Anchor own(String code, String name, String kind) {
        return country(code, request.texts().get("reach.own", name, kind));
    }

    /** Returns what the presence in a country is: announced, if there is no other. */
    private String presence(String country) {
        boolean isAnnounced = StreamSupport.stream(record.path(PRESENCES).spliterator(), false)
                .filter(presence -> country.equals(presence.path("country").textValue()))
                .allMatch(presence -> ANNOUNCED.equals(presence.path("kind").textValue()));
        return isAnnounced
                ? Labels.of(record, "presences.kind", ANNOUNCED)
                : request.texts().get("reach.presence");
    }

    /** Returns the programs and partners, each with its countries. */
    List<Way> through() {
        List<Way> ways = new ArrayList<>();
        addThrough(ways, "programs", List.of(COUNTRIES));
        addThrough(ways, "partners", List.of(SEAT, PRESENCES));
        return ways;
    }

    private void addThrough(List<Way> ways, String relation, List<String> fields) {
        for (JsonNode related : record.path(Expander.EXPANDED).path(relation).path("data")) {
            Map<String, String> names = new LinkedHashMap<>();
            fields.forEach(field -> names.putAll(countries(related, field)));
            List<Anchor> countries = new ArrayList<>();
            names.forEach((code, name) -> countries.add(country(code, name)));
            if (!countries.isEmpty()) {
                Anchor who = new Anchor(
                        related.get("name").textValue(),
                        request.path(relation, related.get("slug").textValue()));
                ways.add(new Way(who, countries));
            }
        }
    }

    /** Returns the countries of the record itself, and those where it is offered, as points of a map. */
    List<CountryMap.Country> points() {
        Map<String, String> names = new LinkedHashMap<>();
        List.of(MARKETS, PRESENCES, COUNTRIES).forEach(field -> names.putAll(countries(record, field)));
        return names.entrySet().stream()
                .map(each -> new CountryMap.Country(
                        each.getKey(),
                        1,
                        each.getValue(),
                        country(each.getKey(), each.getValue()).href()))
                .toList();
    }

    private Anchor country(String code, String name) {
        return new Anchor(name, request.path(COUNTRIES) + "#" + code);
    }

    /** Returns the names of the countries in a field by their codes. */
    private static Map<String, String> countries(JsonNode of, String field) {
        Map<String, String> names = new LinkedHashMap<>();
        JsonNode value = of.path(field);
        for (JsonNode element : value.isTextual() ? List.of(value) : value) {
            JsonNode code = element.isObject() ? element.path("country") : element;
            String path = element.isObject() ? field + ".country" : field;
            if (code.isTextual()) {
                names.putIfAbsent(code.textValue(), Labels.of(of, path, code.textValue()));
            }
        }
        return names;
    }
}
