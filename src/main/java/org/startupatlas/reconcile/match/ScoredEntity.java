package org.startupatlas.reconcile.match;

import java.util.Comparator;
import java.util.List;
import org.startupatlas.imports.match.RowMatcher;
import org.startupatlas.reconcile.entity.Entity;
import org.startupatlas.reconcile.match.RowMatches.Decision;

/**
 * An entity compared with a query.
 *
 * @param isAsked whether the query is its id
 * @param name how like its names are to the text of the query; null if that has no text
 * @param agreeing the number of hints that agree
 * @param differing the number of hints that differ
 * @param hasExternalId whether an external id agrees
 */
record ScoredEntity(
        Entity entity, boolean isAsked, NameLikeness name, int agreeing, int differing, boolean hasExternalId) {

    static final Comparator<ScoredEntity> BEST_FIRST = Comparator.comparingDouble(ScoredEntity::score)
            .reversed()
            .thenComparing(scored -> scored.name() == null || !scored.name().isMain())
            .thenComparing(scored -> scored.entity().name().length())
            .thenComparing(scored -> scored.entity().id());

    /** The part of the score that hints decide, if any of them can be compared. */
    private static final double OF_HINTS = 0.2;

    /** That part of an entity of the same name, which comes before entities with a like name that no hint is known of. */
    private static final double OF_HINTS_OF_SAME_NAME = 0.1;

    private static final double OF_EXTERNAL_ID = 90;

    /** The score of names that may be the same with a mistake, as imports tell possible duplicates. */
    private static final double SIMILAR = 75;

    /** Returns the score, from 0 to 100. */
    double score() {
        if (isAsked) {
            return 100;
        }
        double ofName = name == null ? 100 : name.score();
        int compared = agreeing + differing;
        double ofHints = hasSameName() ? OF_HINTS_OF_SAME_NAME : OF_HINTS;
        double score = compared == 0 ? ofName : (1 - ofHints) * ofName + 100 * ofHints * agreeing / compared;
        return Math.round(10 * (hasExternalId ? Math.max(score, OF_EXTERNAL_ID) : score)) / 10.0;
    }

    boolean hasSameName() {
        return name != null && name.isSame();
    }

    /**
     * Returns whether the entity is certain: the only one of the name that nothing contradicts. Either an import would
     * update the record; or no record has the name but this, as another name that is no acronym.
     *
     * @param others the other candidates
     */
    boolean isCertain(List<ScoredEntity> others, ReconcileQuery query, Decision decision) {
        if (isAsked) {
            // A code may be the name of another, and among several types it may be no code at all: AI, IT.
            return others.stream().noneMatch(ScoredEntity::hasSameName)
                    && (query.types().size() == 1 || !entity.schema().hasCodeIds());
        }
        if (differing > 0 || decision.isRefused()) {
            return false;
        }
        boolean isOfRow = entity.id().equals(decision.certainId());
        boolean isOnly =
                others.stream().noneMatch(other -> other.differing() == 0 && (other.isAsked() || other.hasSameName()));
        if (hasExternalId) {
            return isOfRow && (name == null || name.score() >= SIMILAR) && (hasSameName() || isOnly);
        }
        // Rounds and participations of one name belong to several startups.
        boolean hasOwners = RowMatcher.ownerFields(entity.schema()).stream()
                .allMatch(field -> query.hint(field).isPresent());
        return hasSameName()
                && isOnly
                && hasOwners
                && (name.isMain() ? isOfRow : !name.isAcronym() && decision.certainId() == null);
    }
}
