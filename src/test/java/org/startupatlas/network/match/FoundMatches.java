package org.startupatlas.network.match;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ListOf;

/** The JSON of a page of matches. */
record FoundMatches(List<Found> data, ListOf.Page page, Meta meta) {
    record Meta(
            long revision,
            String license,
            String lang,
            LocalDate on,
            String weightsVersion,
            Map<String, BigDecimal> weights) {}

    record Found(
            String resource,
            String id,
            String slug,
            String name,
            String link,
            BigDecimal score,
            BigDecimal atMost,
            boolean known,
            Known knownBy,
            List<Reason> reasons,
            List<Reason> unmet,
            List<Reason> unknown) {
        Reason reason(String criterion) {
            return only(reasons, criterion);
        }

        boolean has(String criterion) {
            return reasons.stream().anyMatch(reason -> reason.criterion().equals(criterion));
        }

        private static Reason only(List<Reason> reasons, String criterion) {
            return reasons.stream()
                    .filter(reason -> reason.criterion().equals(criterion))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(criterion + " is not among " + reasons));
        }

        Stream<Reason> all() {
            return Stream.of(reasons, unmet, unknown).flatMap(List::stream);
        }
    }

    record Known(String kind, String detail, Proof evidence) {}

    record Reason(
            String criterion,
            JsonNode label,
            BigDecimal weight,
            BigDecimal closeness,
            List<String> ours,
            List<String> theirs,
            int count,
            List<Proof> evidence,
            JsonNode sentence) {}

    record Proof(String resource, String id, String slug, String pointer, String link) {}

    /** Returns a page. */
    static FoundMatches of(String path) {
        return Atlas.one(FoundMatches.class, path);
    }

    /** Returns all matches of a record with a resource, by id. */
    static Map<String, Found> all(String record, String with) {
        return walk("/v1/" + record + "/matches?limit=200&with=" + with).stream()
                .collect(Collectors.toMap(Found::id, Function.identity()));
    }

    /** Returns the matches of all pages. */
    static List<Found> walk(String path) {
        List<Found> all = new ArrayList<>();
        FoundMatches page = of(path);
        all.addAll(page.data);
        while (page.page.hasMore()) {
            page = of(Atlas.with(path, "cursor", page.page.nextCursor()));
            all.addAll(page.data);
        }
        return all;
    }

    /** Returns one match of a record: each page ranks all candidates anew, so that others are filtered out. */
    static Found of(String record, String with, String id) {
        return of("/v1/" + record + "/matches?with=" + with + "&id=" + id).data.get(0);
    }
}
