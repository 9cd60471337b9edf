package org.startupatlas.export;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.startupatlas.record.ExternalIds;
import org.startupatlas.record.Translated;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.StartupBlocks;

/** Writes many startups. Their ids are not in the order of writing, as in the application. */
@Singleton
class ManyStartups {
    private final StartupBlocks blocks;

    ManyStartups(StartupBlocks blocks) {
        this.blocks = blocks;
    }

    /** Writes a number of startups in one transaction; returns their ids. */
    List<UUID> write(int count, String city, String notes) {
        List<StartupRecord> block =
                Stream.generate(() -> startup(city, notes)).limit(count).toList();
        blocks.write(block);
        return block.stream().map(StartupRecord::id).toList();
    }

    private static StartupRecord startup(String city, String notes) {
        UUID id = UUID.randomUUID();
        return new StartupRecord(
                id,
                "startup-" + id,
                null,
                "Startup " + id,
                List.of(),
                null,
                new Translated(null, null, null),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                city,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                null,
                new ExternalIds(null, null, null, null, null),
                notes,
                List.of(),
                null,
                null);
    }
}
