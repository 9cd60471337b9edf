package org.startupatlas.network.match.criterion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.network.model.Country;
import org.startupatlas.network.model.Network;

/**
 * How close two codes of a vocabulary are: the same 1, a code and what it is a kind of {@value PARENT}, two kinds of the
 * same {@value SIBLING}, further apart {@value RELATED}, nothing in common 0. Countries are in the UN M49 areas.
 */
public final class Closeness {

    private static final double PARENT = 0.75;
    private static final double SIBLING = 0.5;

    /** Two countries of one continent have little in common, but more than nothing. */
    private static final double RELATED = 0.1;

    private final Network network;
    private final Hierarchy hierarchy;

    /** The codes that others are a kind of, by vocabulary; each is asked for once per candidate. */
    private final Map<String, Set<String>> parents = new HashMap<>();

    /** What each code is a kind of, the closest first, by vocabulary and code; each is asked for in most pairs. */
    private final Map<String, Map<String, List<String>>> ancestors = new HashMap<>();

    public Closeness(Network network, Hierarchy hierarchy) {
        this.network = network;
        this.hierarchy = hierarchy;
    }

    double of(String vocabulary, String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        List<String> above = ancestors(vocabulary, one);
        List<String> aboveOther = ancestors(vocabulary, other);
        if (above.contains(other) || aboveOther.contains(one)) {
            return PARENT;
        }
        if (above.isEmpty() || aboveOther.isEmpty()) {
            return 0;
        }
        if (above.get(0).equals(aboveOther.get(0))) {
            return SIBLING;
        }
        return above.stream().anyMatch(aboveOther::contains) ? RELATED : 0;
    }

    /** Returns the place of a code in the order of its vocabulary. */
    int position(String vocabulary, String code) {
        return hierarchy.codes(vocabulary).indexOf(code);
    }

    /** Returns whether no other code is a kind of this one. */
    boolean isLeaf(String vocabulary, String code) {
        return !parents.computeIfAbsent(vocabulary, this::parents).contains(code);
    }

    private Set<String> parents(String vocabulary) {
        return hierarchy.codes(vocabulary).stream()
                .flatMap(code -> hierarchy.parent(vocabulary, code).stream())
                .collect(Collectors.toSet());
    }

    private List<String> ancestors(String vocabulary, String code) {
        return ancestors
                .computeIfAbsent(vocabulary, any -> new HashMap<>())
                .computeIfAbsent(code, any -> readAncestors(vocabulary, code));
    }

    private List<String> readAncestors(String vocabulary, String code) {
        return vocabulary.equals(ClosestCodes.COUNTRIES)
                ? network.country(code).map(Closeness::areas).orElse(List.of())
                : ancestorsInVocabulary(vocabulary, code);
    }

    private static List<String> areas(Country country) {
        return Stream.of(country.intermediateRegion(), country.subregion(), country.region())
                .filter(Objects::nonNull)
                .toList();
    }

    private List<String> ancestorsInVocabulary(String vocabulary, String code) {
        List<String> ancestors = new ArrayList<>();
        hierarchy.parent(vocabulary, code).ifPresent(parent -> {
            ancestors.add(parent);
            ancestors.addAll(ancestorsInVocabulary(vocabulary, parent));
        });
        return ancestors;
    }
}
