package org.startupatlas.writing;

import jakarta.inject.Singleton;
import org.startupatlas.change.FormerNameRepository;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.RecordReader;

/** The names that records have and had, each asked of the database. */
@Singleton
final class StoredNames implements Slugs.TakenNames {

    private final RecordReader records;
    private final FormerNameRepository formerNames;

    StoredNames(RecordReader records, FormerNameRepository formerNames) {
        this.records = records;
        this.formerNames = formerNames;
    }

    @Override
    public boolean isTaken(Declaration declaration, String name, String id) {
        return records.find(declaration, name)
                        .filter(row -> !row.id().toString().equals(id))
                        .isPresent()
                || formerNames.isTaken(declaration.resource(), name, id);
    }
}
