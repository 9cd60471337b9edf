package org.startupatlas.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.startupatlas.changelog.ChangeLog;
import org.startupatlas.changelog.ChangeRepository;
import org.startupatlas.changelog.LockedRecord;
import org.startupatlas.changelog.PendingChange;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.changelog.StagedChanges;
import org.startupatlas.changelog.ValidatedRecord;
import org.startupatlas.query.lookup.FormerSlugRepository;
import org.startupatlas.query.lookup.ReferringRecords;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.type.ValueTypes;
import org.startupatlas.write.Repositories;
import org.startupatlas.write.validate.Slugs;
import org.startupatlas.write.validate.StoredSlugs;

/**
 * Brings the bundled records of a database to a new edition of the bundle, as changes in the log. What people wrote
 * stays: the values that they changed, the records that they deleted or merged, and the slugs that they took.
 */
@Singleton
class BundleUpdate {

    private static final Logger LOG = Logger.getLogger(BundleUpdate.class);

    private final BundledRecords bundle;
    private final SchemaRegistry registry;
    private final Repositories repositories;
    private final ChangeRepository changes;
    private final FormerSlugRepository formerSlugs;
    private final ReferringRecords referrers;
    private final Slugs slugs;
    private final ChangeLog log;

    BundleUpdate(
            BundledRecords bundle,
            SchemaRegistry registry,
            Repositories repositories,
            ChangeRepository changes,
            FormerSlugRepository formerSlugs,
            ReferringRecords referrers,
            StoredSlugs storedSlugs,
            ChangeLog log) {
        this.bundle = bundle;
        this.registry = registry;
        this.repositories = repositories;
        this.changes = changes;
        this.formerSlugs = formerSlugs;
        this.referrers = referrers;
        this.slugs = new Slugs(storedSlugs);
        this.log = log;
    }

    /** The number of records that an update created, changed and merged. */
    record Summary(int created, int changed, int merged) {
        @Override
        public String toString() {
            return created + " new records, " + changed + " changed, " + merged + " merged";
        }
    }

    /**
     * Updates a part of the bundle in the current transaction. The rows of each resource are written before the next
     * one is planned, whose rules refer to them; the log is locked last.
     */
    Summary run(BundlePart part) {
        Plan plan = new Plan();
        List<StagedChanges> staged = new ArrayList<>();
        for (String resource : part.resources()) {
            plan(repositories.of(registry.get(resource)), bundle.of(part, resource), plan);
            staged.add(log.stage(plan.takeChanges(), ChangeLog.BUNDLE));
        }
        List<PendingChange> merges = bundle.merges(part).stream()
                .flatMap(merge -> merge(merge, plan).stream())
                .toList();
        staged.add(log.stage(merges, ChangeLog.BUNDLE));
        staged.forEach(log::append);
        return new Summary(plan.created, plan.changed, merges.size());
    }

    /** The changes of the resource that is planned, and the bundled records that are gone. */
    private static final class Plan {
        private final List<PendingChange> creations = new ArrayList<>();
        private final List<PendingChange> updates = new ArrayList<>();
        private final Set<String> touchedRecords = new HashSet<>();
        private final MovedReferences references = new MovedReferences();
        private int created;
        private int changed;

        /** Returns the planned changes, which are planned no longer. */
        private List<PendingChange> takeChanges() {
            created += creations.size();
            changed += updates.size();
            List<PendingChange> all = new ArrayList<>(creations);
            all.addAll(updates);
            creations.clear();
            updates.clear();
            return all;
        }
    }

    private void plan(RecordRepository<?, ?, ?> repository, List<ObjectNode> records, Plan plan) {
        ResourceSchema schema = repository.schema();
        Map<String, ObjectNode> byId = new LinkedHashMap<>();
        records.forEach(record -> byId.put(record.get("id").textValue(), record));
        Map<Object, LockedRecord> stored =
                repository.lockAll(byId.keySet().stream().map(schema::id).toList());
        Map<String, FormerSlugRepository.Former> gone = formerSlugs.find(schema, byId.keySet());
        Map<String, Set<String>> touched = changes.pathsChangedByKeys(schema.resource(), byId.keySet());
        plan.touchedRecords.addAll(touched.keySet());
        byId.forEach((id, record) -> {
            ObjectNode complete = repository.completed(record);
            if (gone.containsKey(id)) {
                plan.references.add(id, gone.get(id).current().map(FormerSlugRepository.Current::id));
            } else if (!plan.references.resolve(schema, complete)) {
                plan.references.add(id, Optional.empty());
            } else if (stored.containsKey(schema.id(id))) {
                change(repository, stored.get(schema.id(id)), complete, touched.getOrDefault(id, Set.of()))
                        .ifPresent(plan.updates::add);
            } else {
                create(repository, complete, plan);
            }
        });
    }

    /** Creates a record, unless people wrote the same one. */
    private void create(RecordRepository<?, ?, ?> repository, ObjectNode record, Plan plan) {
        ResourceSchema schema = repository.schema();
        String id = record.get("id").textValue();
        Optional<Object> same = sameNaturalKey(schema, record);
        if (same.isPresent()) {
            plan.references.add(id, same.map(Object::toString));
            return;
        }
        record.put("slug", slugs.free(schema, record.get("slug").textValue(), id));
        ValidatedRecord created = repository.validated(record);
        if (isLeftOut(repository, created)) {
            plan.references.add(id, Optional.empty());
        } else {
            plan.creations.add(repository.create(created));
        }
    }

    /** Whether a record breaks a rule because of what people wrote, such as an edition that they removed. */
    private static boolean isLeftOut(RecordRepository<?, ?, ?> repository, ValidatedRecord record) {
        List<Violation> violations = repository.violationsOf(record);
        if (!violations.isEmpty()) {
            LOG.warnf(
                    "the bundled data of %s/%s contradicts what people wrote and is left out: %s",
                    repository.schema().resource(),
                    record.json().get("slug").textValue(),
                    violations.stream().map(Violation::toString).collect(Collectors.joining(", ")));
        }
        return !violations.isEmpty();
    }

    private Optional<Object> sameNaturalKey(ResourceSchema schema, ObjectNode record) {
        List<String> key = schema.naturalKey();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>(); // of which some are null
        for (String name : key) {
            String text = record.get(name).textValue();
            boolean isId = text != null && schema.field(name).orElseThrow().type() == ValueTypes.REFERENCE;
            values.add(isId ? UUID.fromString(text) : text);
        }
        Object id = schema.id(record.get("id").textValue());
        return referrers.sameValues(schema, key, values, id).stream().findFirst();
    }

    private static Optional<PendingChange> change(
            RecordRepository<?, ?, ?> repository, LockedRecord before, ObjectNode edition, Set<String> touched) {
        ValidatedRecord merged =
                repository.validated(EditionMerge.merge(repository.schema(), before.json(), edition, touched));
        return isLeftOut(repository, merged) ? Optional.empty() : repository.update(before, merged);
    }

    /** Merges a record into another, unless people changed it or refer to it. */
    private Optional<PendingChange> merge(BundledRecords.Merge merge, Plan plan) {
        RecordRepository<?, ?, ?> repository = repositories.of(registry.get(merge.resource()));
        ResourceSchema schema = repository.schema();
        if (plan.touchedRecords.contains(merge.id())
                || !referrers.of(schema, schema.id(merge.id()), 1).isEmpty()) {
            return Optional.empty();
        }
        return repository
                .lock(schema.id(merge.id()))
                .flatMap(from -> repository.lock(schema.id(merge.into())).map(into -> repository.merged(from, into)));
    }
}
