package org.startupatlas.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.startupatlas.changelog.ChangeLog;
import org.startupatlas.changelog.PendingChange;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.database.WriteSerializer;
import org.startupatlas.resource.startup.StartupRecord;

/** Writes many startups in one transaction, as the product writes what it is bundled with. */
@Singleton
public class StartupBlocks {
    private final RecordRepository<?, StartupRecord, UUID> startups;
    private final ChangeLog log;
    private final WriteSerializer turn;

    StartupBlocks(RecordRepository<?, StartupRecord, UUID> startups, ChangeLog log, WriteSerializer turn) {
        this.startups = startups;
        this.log = log;
        this.turn = turn;
    }

    /**
     * Startups that have all but their names from one of the bundled data.
     *
     * @param name of one word, followed by the number of each
     */
    public static List<StartupRecord> numbered(String name, IntStream numbers) {
        ObjectNode record = (ObjectNode) Atlas.tree("/v1/startups/freterium");
        record.putNull("version").putNull("created_at").putNull("updated_at");
        return numbers.mapToObj(number -> {
                    record.put("id", UUID.randomUUID().toString())
                            .put("slug", name.toLowerCase(Locale.ROOT) + "-" + number)
                            .put("name", name + " " + number);
                    return Atlas.json().convertValue(record, StartupRecord.class);
                })
                .toList();
    }

    /** Writes them. */
    public void write(List<StartupRecord> block) {
        turn.take(() -> QuarkusTransaction.requiringNew().run(() -> log.append(log.stage(changes(block), null))));
    }

    /** What is to be written to create them. */
    public List<PendingChange> changes(List<StartupRecord> block) {
        return block.stream()
                .map(startup -> startups.create(startups.candidate(Atlas.json().valueToTree(startup))))
                .toList();
    }
}
