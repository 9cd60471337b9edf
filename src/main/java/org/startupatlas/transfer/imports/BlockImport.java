package org.startupatlas.transfer.imports;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.startupatlas.change.Fault;
import org.startupatlas.query.Declaration;
import org.startupatlas.writing.BlockWriter;
import org.startupatlas.writing.BlockWriter.Entry;
import org.startupatlas.writing.Written;

/** One block of rows on its way into the registry: compared with what is there, written, and told of. */
final class BlockImport implements BlockWriter.Work<BlockImport.Result> {

    private final Declaration declaration;
    private final ImportOptions options;
    private final RowMatcher matcher;
    private final List<ImportRow> rows;
    private final Ahead ahead;
    private final Telling telling;

    private boolean isTried;
    private ComparedRows compared;

    /** What was found out before the transaction, which is of use to the first try of it. */
    interface Ahead {
        /** It, in the transaction; null where there is nothing, or somebody else has written since. */
        ComparedRows stillTrue();
    }

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
            Declaration declaration,
            ImportOptions options,
            RowMatcher matcher,
            List<ImportRow> rows,
            Ahead ahead,
            Telling telling) {
        this.declaration = declaration;
        this.options = options;
        this.matcher = matcher;
        this.rows = List.copyOf(rows);
        this.ahead = ahead;
        this.telling = telling;
    }

    @Override
    public List<Entry> entries() {
        ComparedRows known = isTried ? null : ahead.stillTrue();
        isTried = true;
        compared = known == null ? ComparedRows.of(declaration, options, matcher, rows) : known;
        return compared.entries();
    }

    @Override
    public Result written(List<Written> entries) {
        List<Written> written = new ArrayList<>(rows.size());
        List<Told> findings = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < rows.size(); i++) {
            boolean wasTried =
                    next < compared.writable().size() && compared.writable().get(next) == i;
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
                        : ComparedRows.faults(
                                options, source, compared.matches().get(place));
                String id = wasTried ? row.id() : existing(compared.matches().get(place));
                faults.forEach(fault -> findings.add(
                        new Told(source.number(), Finding.Kind.REFUSED, id, FindingJson.of(source, fault))));
            }
            case UPDATED -> findings.add(
                    new Told(source.number(), Finding.Kind.CHANGED, row.id(), FindingJson.of(source, row)));
            case CREATED -> compared.matches()
                    .get(place)
                    .likely()
                    .forEach(likely -> findings.add(new Told(
                            source.number(),
                            Finding.Kind.POSSIBLE_DUPLICATE,
                            likely.id(),
                            FindingJson.of(source, row, likely))));
            case UNCHANGED -> {
                // that it is so already is counted, and all there is to tell
            }
        }
    }

    private static String existing(RowMatch match) {
        return match.existing() == null ? null : match.existing().toString();
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
