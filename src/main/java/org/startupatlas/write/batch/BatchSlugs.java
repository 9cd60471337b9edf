package org.startupatlas.write.batch;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.startupatlas.changelog.FormerSlugRepository;
import org.startupatlas.query.lookup.BulkColumnLookup;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.validate.Slugs;
import org.startupatlas.write.validate.StoredSlugs;

/** The names that the records of a block cannot have: those likely to be asked for are asked of the database at once. */
final class BatchSlugs implements Slugs.TakenSlugs {

    private final StoredSlugs stored;
    private final Set<String> asked;
    private final Map<String, String> held = new HashMap<>();
    private final Set<String> former;

    /** Knows these names; others are asked for one by one. */
    BatchSlugs(
            StoredSlugs stored,
            BulkColumnLookup columns,
            FormerSlugRepository formerNames,
            ResourceSchema declaration,
            Collection<String> likely) {
        this.stored = stored;
        this.asked = new HashSet<>(likely);
        columns.find(declaration, "slug", asked, asked.size())
                .forEach(match -> held.put(match.slug(), match.id().toString()));
        this.former = formerNames.given(declaration.resource(), asked);
    }

    @Override
    public boolean isTaken(ResourceSchema declaration, String name, String id) {
        String holder = held.get(name);
        if (holder != null) {
            return !holder.equals(id);
        }
        return asked.contains(name) ? former.contains(name) : stored.isTaken(declaration, name, id);
    }

    /** Whether the name was given before, to whichever record. */
    boolean isFormer(String name) {
        return former.contains(name);
    }

    /** A record of the block gets the name. */
    void give(String name, String id) {
        held.put(name, id);
    }
}
