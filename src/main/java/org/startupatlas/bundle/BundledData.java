package org.startupatlas.bundle;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.startupatlas.changelog.ChangeLog;
import org.startupatlas.changelog.LockedRecord;
import org.startupatlas.changelog.PendingChange;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.write.Repositories;
import org.startupatlas.write.RetryingTransactions;

/**
 * Loads the bundled data into an empty database: countries and vocabularies always, the ecosystem unless it is
 * disabled. A database that has an earlier edition of it is brought to this one. If several nodes start together, one
 * does so and the others wait, because the lock of the log or of the edition is held until the end.
 */
@Singleton
class BundledData {

    private static final Logger LOG = Logger.getLogger(BundledData.class);

    private final BundledRecords bundle;
    private final BundleEditionRepository editions;
    private final BundleUpdate update;
    private final SchemaRegistry registry;
    private final Repositories repositories;
    private final RetryingTransactions transactions;
    private final ChangeLog log;
    private final boolean withEcosystem;

    BundledData(
            BundledRecords bundle,
            BundleEditionRepository editions,
            BundleUpdate update,
            SchemaRegistry registry,
            Repositories repositories,
            RetryingTransactions transactions,
            ChangeLog log,
            @ConfigProperty(name = "atlas.sample-data") boolean withEcosystem) {
        this.bundle = bundle;
        this.editions = editions;
        this.update = update;
        this.registry = registry;
        this.repositories = repositories;
        this.transactions = transactions;
        this.log = log;
        this.withEcosystem = withEcosystem;
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        transactions.runLong(() -> {
            boolean isEmpty = log.lockIfEmpty();
            for (BundlePart part : BundlePart.values()) {
                if (part == BundlePart.REFERENCE || withEcosystem) {
                    bring(part, isEmpty);
                }
            }
            return null;
        });
    }

    private void bring(BundlePart part, boolean isEmpty) {
        int edition = bundle.edition();
        if (isEmpty) {
            load(part);
            editions.persist(new BundleEdition(part, edition));
            return;
        }
        Optional<BundleEdition> reached = editions.lock(part).filter(stored -> stored.edition() < edition);
        reached.ifPresent(stored -> {
            LOG.infof("bundled data of edition %d: %s", edition, update.run(part));
            stored.reach(edition);
        });
    }

    private void load(BundlePart part) {
        for (String resource : part.resources()) {
            RecordRepository<?, ?, ?> repository = repositories.of(registry.get(resource));
            List<PendingChange> records = new ArrayList<>();
            bundle.of(part, resource).forEach(record -> records.add(repository.create(repository.validated(record))));
            log.append(log.stage(records, ChangeLog.BUNDLE));
            LOG.infof("loaded %d %s", records.size(), resource);
        }
        List<PendingChange> merges =
                bundle.merges(part).stream().map(this::merge).toList();
        log.append(log.stage(merges, ChangeLog.BUNDLE));
    }

    private PendingChange merge(BundledRecords.Merge merge) {
        RecordRepository<?, ?, ?> repository = repositories.of(registry.get(merge.resource()));
        return repository.merged(locked(repository, merge.id()), locked(repository, merge.into()));
    }

    private static LockedRecord locked(RecordRepository<?, ?, ?> repository, String id) {
        return repository.lock(repository.schema().id(id)).orElseThrow();
    }
}
