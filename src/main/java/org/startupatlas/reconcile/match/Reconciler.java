package org.startupatlas.reconcile.match;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.startupatlas.http.Limits;
import org.startupatlas.reconcile.entity.Descriptions;
import org.startupatlas.reconcile.entity.Entity;
import org.startupatlas.reconcile.entity.EntityReader;
import org.startupatlas.reconcile.entity.EntityTypes;
import org.startupatlas.reconcile.entity.Property;
import org.startupatlas.reconcile.match.HintComparison.Outcome;
import org.startupatlas.reconcile.match.ReconcileQuery.Hint;
import org.startupatlas.reconcile.match.RowMatches.Decision;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.Vocabularies;

/**
 * Answers queries. The index and the matcher of imports find candidates; they are ordered by how like their names are to
 * the query and by how many hints agree. The matcher of imports decides which is certain.
 */
@Singleton
public final class Reconciler {

    /** Entities that are found for a query, of each way of searching; the best of them are its candidates. */
    private static final int FOUND = Limits.MAX_CANDIDATES;

    /** Candidates with a lower score are of no use to people. */
    private static final double MIN_SCORE = 40;

    /** No id is longer. */
    private static final int MAX_ID_LENGTH = 64;

    /** The property for the countries of a program. */
    private static final String COUNTRIES = "countries";

    private final NameIndex index;
    private final RowMatches rowMatches;
    private final EntityReader entities;
    private final EntityTypes types;
    private final HintComparison hints;
    private final Descriptions descriptions;
    private final Vocabularies vocabularies;

    Reconciler(
            NameIndex index,
            RowMatches rowMatches,
            EntityReader entities,
            EntityTypes types,
            HintComparison hints,
            Descriptions descriptions,
            Vocabularies vocabularies) {
        this.index = index;
        this.rowMatches = rowMatches;
        this.entities = entities;
        this.types = types;
        this.hints = hints;
        this.descriptions = descriptions;
        this.vocabularies = vocabularies;
    }

    /** Returns the results of a batch, by the keys of the queries. */
    public Map<String, Candidate.Result> reconcile(List<ReconcileQuery> batch, Language language) {
        List<ReconcileQuery> queries =
                batch.stream().map(Reconciler::withNameOfHints).toList();
        Map<ResourceSchema, Map<String, Decision>> decisions = decisions(queries);
        Map<String, Entity> ofIds = entities.ofIds(queries.stream()
                .map(ReconcileQuery::text)
                .filter(Objects::nonNull)
                .filter(text -> text.length() <= MAX_ID_LENGTH)
                .toList());
        Map<String, Set<Entity.Key>> found = new LinkedHashMap<>();
        queries.forEach(query -> found.put(query.key(), find(query, decisions, ofIds)));
        Map<Entity.Key, Entity> read = entities.read(
                found.values().stream().flatMap(Set::stream).distinct().toList());
        Map<String, Candidate.Result> results = new LinkedHashMap<>();
        for (ReconcileQuery query : queries) {
            NameComparison names = query.text() == null ? null : new NameComparison(query.text());
            List<ScoredEntity> scored = found.get(query.key()).stream()
                    .map(read::get)
                    .filter(Objects::nonNull)
                    .map(entity -> score(query, names, entity, decision(decisions, query, entity), ofIds))
                    .filter(each -> each.score() >= MIN_SCORE)
                    .sorted(ScoredEntity.BEST_FIRST)
                    .toList();
            results.put(query.key(), new Candidate.Result(candidates(query, scored, decisions, language)));
        }
        return results;
    }

    /** Takes the value of the property {@code name} for the text of a query that has none. */
    private static ReconcileQuery withNameOfHints(ReconcileQuery query) {
        return query.hint(Property.NAME)
                .filter(name -> query.text() == null && !name.values().isEmpty())
                .map(name -> new ReconcileQuery(
                        query.key(), name.values().get(0).text(), query.types(), query.limit(), query.hints()))
                .orElse(query);
    }

    private Map<ResourceSchema, Map<String, Decision>> decisions(List<ReconcileQuery> queries) {
        Map<ResourceSchema, List<ReconcileQuery>> byType = new LinkedHashMap<>();
        queries.forEach(query -> query.types().forEach(type -> byType.computeIfAbsent(type, none -> new ArrayList<>())
                .add(query)));
        Map<ResourceSchema, Map<String, Decision>> decisions = new HashMap<>();
        byType.forEach((type, ofType) -> decisions.put(type, rowMatches.of(type, ofType)));
        return decisions;
    }

    private static Decision decision(
            Map<ResourceSchema, Map<String, Decision>> decisions, ReconcileQuery query, Entity entity) {
        return decisions.get(entity.schema()).get(query.key());
    }

    private Set<Entity.Key> find(
            ReconcileQuery query, Map<ResourceSchema, Map<String, Decision>> decisions, Map<String, Entity> ofIds) {
        Set<Entity.Key> found = new LinkedHashSet<>();
        Optional.ofNullable(ofIds.get(query.text()))
                .filter(entity -> query.types().contains(entity.schema()))
                .ifPresent(entity -> found.add(entity.key()));
        for (ResourceSchema type : query.types()) {
            Decision decision = decisions.get(type).get(query.key());
            Stream.concat(Stream.ofNullable(decision.certainId()), decision.likelyIds().stream())
                    .forEach(id -> found.add(new Entity.Key(type, id)));
            if (type.resource().equals(ResourceSchema.COUNTRIES)) {
                countryOf(query.text()).ifPresent(code -> found.add(new Entity.Key(type, code)));
            }
        }
        if (query.text() != null
                && NameIndex.isSearchable(query.text())
                && !query.types().isEmpty()) {
            found.addAll(index.similar(query.text(), query.types(), FOUND));
        }
        return found;
    }

    /** Returns the country that words mean: more of their names are known than records have. */
    private Optional<String> countryOf(String text) {
        return Optional.ofNullable(text)
                .filter(NameIndex::isSearchable)
                .flatMap(words -> vocabularies.codeOfLabel(ResourceSchema.COUNTRIES, words));
    }

    private ScoredEntity score(
            ReconcileQuery query, NameComparison names, Entity entity, Decision decision, Map<String, Entity> ofIds) {
        int agreeing = 0;
        int differing = 0;
        boolean hasExternalId = false;
        for (Hint hint : query.hints()) {
            Optional<Property> property =
                    property(entity, hint).filter(known -> !known.id().equals(Property.NAME));
            Outcome outcome = property.map(known -> hints.compare(hint, known, entity, decision.row()))
                    .orElse(Outcome.NOT_KNOWN);
            agreeing += outcome == Outcome.AGREES ? 1 : 0;
            differing += outcome == Outcome.DIFFERS ? 1 : 0;
            hasExternalId |= outcome == Outcome.AGREES && property.get().isExternalId();
        }
        Entity asked = ofIds.get(query.text());
        boolean isAsked = asked != null && asked.key().equals(entity.key());
        return new ScoredEntity(entity, isAsked, likeness(query, names, entity), agreeing, differing, hasExternalId);
    }

    /** Returns the property that a hint is about. Programs have several countries where others have one. */
    private Optional<Property> property(Entity entity, Hint hint) {
        return types.property(entity.schema(), hint.property())
                .or(() -> hint.property().equals(Property.COUNTRY)
                        ? types.property(entity.schema(), COUNTRIES)
                        : Optional.empty());
    }

    private NameLikeness likeness(ReconcileQuery query, NameComparison names, Entity entity) {
        if (names == null) {
            return null;
        }
        NameLikeness likeness = names.with(entity);
        boolean isCountry = !likeness.isSame()
                && entity.schema().resource().equals(ResourceSchema.COUNTRIES)
                && countryOf(query.text()).filter(entity.id()::equals).isPresent();
        return isCountry ? new NameLikeness(100, true, false, false) : likeness;
    }

    private List<Candidate> candidates(
            ReconcileQuery query,
            List<ScoredEntity> scored,
            Map<ResourceSchema, Map<String, Decision>> decisions,
            Language language) {
        return scored.stream()
                .limit(query.limit())
                .map(each -> {
                    List<ScoredEntity> others =
                            scored.stream().filter(other -> other != each).toList();
                    Entity entity = each.entity();
                    return new Candidate(
                            entity.id(),
                            entity.name(),
                            descriptions.of(entity, language),
                            List.of(EntityTypes.named(entity.schema(), language)),
                            each.score(),
                            features(each),
                            each.isCertain(others, query, decision(decisions, query, entity)));
                })
                .toList();
    }

    private static List<Candidate.Feature> features(ScoredEntity scored) {
        List<Candidate.Feature> features = new ArrayList<>();
        if (scored.name() != null) {
            features.add(new Candidate.Feature(
                    "name_likeness", Math.round(scored.name().score())));
            features.add(new Candidate.Feature("same_name", scored.name().isSame()));
        }
        features.add(new Candidate.Feature("properties_agreeing", scored.agreeing()));
        features.add(new Candidate.Feature("properties_differing", scored.differing()));
        return features;
    }
}
