package org.startupatlas.transfer.imports;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.startupatlas.access.IssuedKeys;
import org.startupatlas.access.Role;
import org.startupatlas.writing.Author;

/** Looks up what the key of a job may write at this moment: its partner may be merged into another meanwhile. */
@Singleton
final class ImportAuthors {

    private final IssuedKeys keys;

    ImportAuthors(IssuedKeys keys) {
        this.keys = keys;
    }

    /** The author of a job's rows; empty if its key is a contributor's whose partner is gone. */
    Optional<Author> of(ImportJob job) {
        return keys.find(job.writtenBy())
                .map(key -> key.role() == Role.CONTRIBUTOR && key.partner() == null
                        ? Optional.<Author>empty()
                        : Optional.of(new Author(key.id(), key.partner())))
                .orElseGet(() -> Optional.of(new Author(job.writtenBy(), null))); // the key of the settings
    }
}
