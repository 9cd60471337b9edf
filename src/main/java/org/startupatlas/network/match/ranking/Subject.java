package org.startupatlas.network.match.ranking;

import java.util.List;
import java.util.Optional;
import org.startupatlas.network.match.criterion.Criterion;
import org.startupatlas.network.match.criterion.Value;
import org.startupatlas.network.match.party.Need;
import org.startupatlas.network.match.party.Party;
import org.startupatlas.network.model.RecordKey;

/**
 * Who is matched: a record, or a need that a request describes.
 *
 * @param key the record; null for a need
 * @param asked what the request asks for: the need, or of a record the pillars that it needs
 */
public record Subject(RecordKey key, Need asked) {

    /** Returns a record with the pillars that it needs. */
    public static Subject of(RecordKey key, List<String> pillars) {
        return new Subject(key, new Need(List.of(), List.of(), null, List.of(), pillars, List.of()));
    }

    public static Subject of(Need need) {
        return new Subject(null, need);
    }

    /** Returns the key of the table of criteria. */
    String kind() {
        return key == null ? CriteriaTable.NEED : key.resource();
    }

    public Optional<RecordKey> record() {
        return Optional.ofNullable(key);
    }

    /** Returns whether the request asks for values under a criterion. */
    boolean asks(Criterion criterion) {
        return !asked.values(criterion).isEmpty();
    }

    /**
     * Returns whether a criterion counts: of a need, only what it names does, and a startup needs only the pillars that
     * the request names. What a partner or a program offers, it is compared by.
     */
    boolean considers(Criterion criterion) {
        if (key == null) {
            return criterion.isOfTheirsOnly() || asks(criterion);
        }
        return criterion != Criterion.PILLARS || !key.resource().equals(RecordKey.STARTUPS) || asks(criterion);
    }

    /** Returns the values on the subject's side. */
    List<Value> values(Criterion criterion, Party record) {
        return record == null || asks(criterion) ? asked.values(criterion) : record.values(criterion);
    }
}
