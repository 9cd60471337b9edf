package org.startupatlas.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.RecordReader;
import org.startupatlas.query.Register;
import org.startupatlas.query.Row;
import org.startupatlas.query.Terms;
import org.startupatlas.record.RecordJson;

/** Builds an index of all records from the database. */
@Singleton
final class IndexBuilder {

    private final Register register;
    private final RecordReader records;
    private final Terms terms;
    private final ObjectMapper json;

    IndexBuilder(Register register, RecordReader records, Terms terms, ObjectMapper json) {
        this.register = register;
        this.records = records;
        this.terms = terms;
        this.json = json;
    }

    /** An index of all records as they are while it is built; what is written meanwhile may be in it or not. */
    RecordIndex build() throws IOException {
        RecordIndex index = new RecordIndex(terms);
        try {
            for (Declaration declaration : register.declarations()) {
                addAll(index, declaration);
            }
            index.refresh();
            return index;
        } catch (IOException | RuntimeException | Error failed) {
            index.close();
            throw failed;
        }
    }

    private void addAll(RecordIndex index, Declaration declaration) throws IOException {
        List<Row> block = records.block(declaration, null);
        while (!block.isEmpty()) {
            for (Row row : block) {
                index.add(declaration, RecordJson.read(json, row.json()));
            }
            block = records.block(declaration, block.get(block.size() - 1).id());
        }
    }
}
