package org.startupatlas.explore.lookup;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.startupatlas.http.Limits;
import org.startupatlas.reconcile.entity.Entity;
import org.startupatlas.reconcile.entity.EntityReader;
import org.startupatlas.reconcile.entity.EntityTypes;
import org.startupatlas.reconcile.match.Candidate;
import org.startupatlas.reconcile.match.ReconcileQuery;
import org.startupatlas.reconcile.match.Reconciler;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/** Finds the records of the names in a list, as reconciliation does. */
@Singleton
final class NameLookup {

    /** Candidates of a name; people do not read more in a table. */
    private static final int CANDIDATES = 4;

    private final Reconciler reconciler;
    private final EntityTypes types;
    private final EntityReader entities;

    NameLookup(Reconciler reconciler, EntityTypes types, EntityReader entities) {
        this.reconciler = reconciler;
        this.types = types;
        this.entities = entities;
    }

    /** A candidate with its record. */
    record Found(Candidate candidate, Entity entity) {}

    /**
     * A name with its candidates.
     *
     * @param isCertain whether the first of them is certain
     */
    record Answer(String name, boolean isCertain, List<Found> candidates) {
        Answer {
            candidates = List.copyOf(candidates);
        }
    }

    /** Returns an answer for each line, in their order. */
    List<Answer> find(List<PastedList.Line> lines, List<ResourceSchema> asked, Language language) {
        List<List<Candidate>> candidates = new ArrayList<>();
        for (int start = 0; start < lines.size(); start += Limits.MAX_RECONCILED) {
            List<ReconcileQuery> batch = new ArrayList<>();
            for (int i = start; i < Math.min(lines.size(), start + Limits.MAX_RECONCILED); i++) {
                PastedList.Line line = lines.get(i);
                String name = line.name().isEmpty() ? null : line.name();
                batch.add(new ReconcileQuery(String.valueOf(i), name, asked, CANDIDATES, line.hints()));
            }
            reconciler.reconcile(batch, language).values().forEach(result -> candidates.add(result.result()));
        }
        Set<Entity.Key> keys = new LinkedHashSet<>();
        candidates.forEach(ofLine -> ofLine.forEach(candidate -> keys.add(key(candidate))));
        Map<Entity.Key, Entity> read = entities.read(keys);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            answers.add(answer(lines.get(i).name(), candidates.get(i), read));
        }
        return answers;
    }

    private Entity.Key key(Candidate candidate) {
        return new Entity.Key(types.find(candidate.type().get(0).id()).orElseThrow(), candidate.id());
    }

    /** Puts the certain candidate first. A record that was deleted in the meantime is left out. */
    private Answer answer(String name, List<Candidate> candidates, Map<Entity.Key, Entity> read) {
        List<Found> found = candidates.stream()
                .filter(candidate -> read.containsKey(key(candidate)))
                .map(candidate -> new Found(candidate, read.get(key(candidate))))
                .sorted((one, other) -> Boolean.compare(
                        other.candidate().match(), one.candidate().match()))
                .toList();
        return new Answer(name, !found.isEmpty() && found.get(0).candidate().match(), found);
    }
}
