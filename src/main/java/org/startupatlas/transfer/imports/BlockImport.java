package org.startupatlas.transfer.imports;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.startupatlas.change.Fault;
import org.startupatlas.query.Declaration;
import org.startupatlas.transfer.imports.ImportOptions.Mode;
import org.startupatlas.transfer.imports.RowMatch.By;
import org.startupatlas.writing.BlockWriter;
import org.startupatlas.writing.BlockWriter.Entry;
import org.startupatlas.writing.Written;

/** One block of rows on its way into the registry: compared with what is there, written, and told of. */
final class BlockImport implements BlockWriter.Work<BlockImport.Result> {

    private final Declaration declaration;
    private final ImportOptions options;
    private final RowMatcher matcher;
    private final List<ImportRow> rows;
    private final Telling telling;

    /** What the registry has of each row, and which rows are to be written. */
    private List<RowMatch> matches = List.of();

    private List<Integer> writable = List.of();

    /** Keeps what became of a block, in the transaction that writes it. */
    interface Telling {
        void tell(List<Written> written, List<Told> findings);
    }

    /**
     * What became of a block.
     *
     * @param written for each row, in their order
     */
    record Result(List<Written> written, List<Told> findings) {

        Result {
            written = List.copyOf(written);
            findings = List.copyOf(findings);
        }
    }

    BlockImport(
            Declaration declaration, ImportOptions options, RowMatcher matcher, List<ImportRow> rows, Telling telling) {
        this.declaration = declaration;
        this.options = options;
        this.matcher = matcher;
        this.rows = List.copyOf(rows);
        this.telling = telling;
    }

    @Override
    public List<Entry> entries() {
        matches = matcher.match(declaration, rows);
        writable = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (faults(i).isEmpty()) {
                writable.add(i);
                entries.add(entry(rows.get(i), matches.get(i)));
            }
        }
        return entries;
    }

    /** What is wrong with a row before anybody looks at its values. */
    private List<RowFault> faults(int place) {
        ImportRow row = rows.get(place);
        RowMatch match = matches.get(place);
        if (!row.faults().isEmpty()) {
            return row.faults();
        }
        if (match.existing() != null && options.mode() == Mode.CREATE) {
            return List.of(RowFault.ofRow("already-there", match.existing().toString()));
        }
        return match.faults();
    }

    /** A record that is there keeps the names by which it was found. */
    private Entry entry(ImportRow row, RowMatch match) {
        ObjectNode values = row.record().deepCopy();
        JsonNode id = values.remove("id");
        if (declaration.hasWordsAsIds()) {
            JsonNode slug = values.remove("slug");
            id = id == null ? slug : id;
        } else if (match.existing() != null && match.by() != By.ID) {
            values.remove("slug");
        }
        if (match.by() == By.NAME) {
            values.remove("name");
        }
        boolean isNew = match.existing() == null;
        return new Entry(
                values, match.existing(), isNew && id != null && id.isTextual() ? ownId(id.textValue()) : null);
    }

    private String ownId(String id) {
        return declaration.hasWordsAsIds() ? id : UUID.fromString(id).toString();
    }

    @Override
    public Result written(List<Written> entries) {
        List<Written> written = new ArrayList<>(rows.size());
        List<Told> findings = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < rows.size(); i++) {
            boolean wasTried = next < writable.size() && writable.get(next) == i;
            Written row =
                    wasTried ? entries.get(next++) : new Written(Written.Kind.REFUSED, null, null, null, List.of());
            written.add(row);
            tell(i, row, wasTried, findings);
        }
        telling.tell(written, findings);
        return new Result(written, findings);
    }

    private void tell(int place, Written row, boolean wasTried, List<Told> findings) {
        ImportRow source = rows.get(place);
        switch (row.kind()) {
            case REFUSED -> {
                List<RowFault> faults = wasTried
                        ? row.faults().stream()
                                .map(fault -> fault(source, fault))
                                .toList()
                        : faults(place);
                faults.forEach(fault ->
                        findings.add(new Told(source.number(), Finding.Kind.REFUSED, FindingJson.of(source, fault))));
            }
            case UPDATED -> findings.add(new Told(source.number(), Finding.Kind.CHANGED, FindingJson.of(source, row)));
            case CREATED -> matches.get(place)
                    .likely()
                    .forEach(likely -> findings.add(new Told(
                            source.number(), Finding.Kind.POSSIBLE_DUPLICATE, FindingJson.of(source, row, likely))));
            case UNCHANGED -> {
                // that it is so already is counted, and all there is to tell
            }
        }
    }

    /** A fault of a record as one of the row: the field, and what stands there. */
    private static RowFault fault(ImportRow row, Fault fault) {
        String field =
                fault.pointer().isEmpty() ? null : fault.pointer().substring(1).replace('/', '.');
        JsonNode value = row.record().at(JsonPointer.compile(fault.pointer()));
        String text = value.isMissingNode() || value.isNull()
                ? null
                : value.isTextual() ? value.textValue() : value.toString();
        return new RowFault(field, fault.code(), text, fault.arguments(), fault.didYouMean());
    }
}
