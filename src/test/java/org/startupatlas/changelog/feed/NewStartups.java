package org.startupatlas.changelog.feed;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.startupatlas.record.ExternalIds;
import org.startupatlas.record.Translated;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.StartupBlocks;

/** Writes startups with much to tell, as the product does. */
@Singleton
class NewStartups {
    private static final String MUCH = "much to tell ".repeat(8_000);

    private final StartupBlocks blocks;

    NewStartups(StartupBlocks blocks) {
        this.blocks = blocks;
    }

    /** Writes so many in one transaction; their ids. */
    List<UUID> write(int count) {
        List<StartupRecord> block =
                Stream.generate(NewStartups::startup).limit(count).toList();
        blocks.write(block);
        return block.stream().map(StartupRecord::id).toList();
    }

    private static StartupRecord startup() {
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
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                null,
                new ExternalIds(null, null, null, null, null),
                MUCH,
                List.of(),
                null,
                null);
    }
}
