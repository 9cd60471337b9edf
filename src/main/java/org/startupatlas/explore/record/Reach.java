package org.startupatlas.explore.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.startupatlas.explore.page.Labels;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.record.RecordView.Place;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.query.expand.Expander;

/**
 * Collects the countries that a record reaches: its own markets and presences, and those of its programs and partners.
 */
final class Reach {

    private final PageRequest request;
    private final ObjectNode record;
    private final Map<String, List<Anchor>> throughByCountry = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    Reach(PageRequest request, ObjectNode record) {
        this.request = request;
        this.record = record;
    }

    List<Place> places() {
        add(record, "markets", new Anchor(request.texts().get("reach.market"), null));
        add(record, "presences", new Anchor(request.texts().get("reach.presence"), null));
        addAll("programs", "countries");
        addAll("partners", "presences");
        List<Place> places = new ArrayList<>();
        throughByCountry.forEach((code, through) ->
                places.add(new Place(new Anchor(names.get(code), request.path("countries") + "#" + code), through)));
        return places;
    }

    private void addAll(String relation, String field) {
        for (JsonNode related : record.path(Expander.EXPANDED).path(relation).path("data")) {
            add(
                    related,
                    field,
                    new Anchor(
                            related.get("name").textValue(),
                            request.path(relation, related.get("slug").textValue())));
        }
    }

    private void add(JsonNode of, String field, Anchor through) {
        for (JsonNode element : of.path(field)) {
            JsonNode code = element.isObject() ? element.path("country") : element;
            String path = element.isObject() ? field + ".country" : field;
            if (code.isTextual()) {
                List<Anchor> all = throughByCountry.computeIfAbsent(code.textValue(), unseen -> new ArrayList<>());
                if (!all.contains(through)) {
                    all.add(through);
                }
                names.putIfAbsent(code.textValue(), Labels.of(of, path, code.textValue()));
            }
        }
    }
}
