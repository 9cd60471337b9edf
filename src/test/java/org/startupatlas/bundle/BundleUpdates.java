package org.startupatlas.bundle;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.startupatlas.changelog.ChangeLog;
import org.startupatlas.changelog.ChangeRepository;
import org.startupatlas.query.lookup.FormerSlugRepository;
import org.startupatlas.query.lookup.ReferringRecords;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.write.Repositories;
import org.startupatlas.write.RetryingTransactions;
import org.startupatlas.write.validate.StoredSlugs;

/** Updates a database of the small ecosystem, which is the first edition, to the bundle of the product. */
@Singleton
public class BundleUpdates {
    private final BundleUpdate update;
    private final RetryingTransactions transactions;

    BundleUpdates(
            ObjectMapper json,
            SchemaRegistry registry,
            Repositories repositories,
            ChangeRepository changes,
            FormerSlugRepository formerSlugs,
            ReferringRecords referrers,
            StoredSlugs storedSlugs,
            ChangeLog log,
            RetryingTransactions transactions) {
        this.update = new BundleUpdate(
                new BundledRecords(json, "bundle"),
                registry,
                repositories,
                changes,
                formerSlugs,
                referrers,
                storedSlugs,
                log);
        this.transactions = transactions;
    }

    /** Updates the ecosystem; returns the number of changes. */
    public int run() {
        BundleUpdate.Summary summary = transactions.run(false, () -> update.run(BundlePart.ECOSYSTEM));
        return summary.created() + summary.changed() + summary.merged();
    }
}
