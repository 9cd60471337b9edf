package org.startupatlas;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.startupatlas.change.ChangeLog;
import org.startupatlas.change.PendingChange;
import org.startupatlas.change.RecordRepository;
import org.startupatlas.change.WriterTurn;
import org.startupatlas.startup.StartupRecord;

/** Writes many startups in one transaction, as the product writes what it is bundled with. */
@Singleton
public class StartupBlocks {
    private final RecordRepository<?, StartupRecord, UUID> startups;
    private final ChangeLog log;
    private final WriterTurn turn;

    StartupBlocks(RecordRepository<?, StartupRecord, UUID> startups, ChangeLog log, WriterTurn turn) {
        this.startups = startups;
        this.log = log;
        this.turn = turn;
    }

    /** Writes them. */
    public void write(List<StartupRecord> block) {
        turn.take(() -> QuarkusTransaction.requiringNew().run(() -> {
            List<PendingChange> changes = block.stream()
                    .map(startup -> startups.create(Atlas.json().valueToTree(startup)))
                    .toList();
            log.append(changes, log.stage(changes), null);
        }));
    }
}
