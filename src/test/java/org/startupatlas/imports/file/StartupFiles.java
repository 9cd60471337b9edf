package org.startupatlas.imports.file;

import jakarta.inject.Singleton;
import org.startupatlas.imports.cell.CellParser;
import org.startupatlas.imports.file.table.ReadingLimits;
import org.startupatlas.resource.startup.StartupRecord;

/** Reads files of startups. */
@Singleton
final class StartupFiles {
    private final CellParser values;

    StartupFiles(CellParser values) {
        this.values = values;
    }

    ImportedFile read(String text) {
        return read(ImportedFile.utf8(text));
    }

    ImportedFile read(byte[] bytes) {
        return read(bytes, ReadingOptions.NONE);
    }

    ImportedFile read(byte[] bytes, ReadingOptions options) {
        return ImportedFile.read(bytes, StartupRecord.SCHEMA, options, values);
    }

    ImportedFile read(byte[] bytes, ReadingLimits limits) {
        return ImportedFile.read(bytes, StartupRecord.SCHEMA, ReadingOptions.NONE, values, limits);
    }
}
