package org.startupatlas.imports.batch;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.startupatlas.changelog.Fault;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.imports.file.RowFault;
import org.startupatlas.imports.match.RowMatch;
import org.startupatlas.imports.match.RowMatcher;
import org.startupatlas.imports.report.ReportEntry;
import org.startupatlas.imports.report.ReportRow;
import org.startupatlas.imports.report.ReportRowJson;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.batch.BatchWriter;
import org.startupatlas.write.batch.BatchWriter.Entry;
import org.startupatlas.write.batch.RowResult;

/** One block of rows on its way into the registry: compared with what is there, written, and told of. */
public final class BatchImport implements BatchWriter.Work<BatchImport.Result> {

    private final ResourceSchema declaration;
    private final ImportOptions options;
    private final RowMatcher matcher;
    private final List<ImportRow> rows;
    private final Ahead ahead;
    private final Telling telling;

    private boolean isTried;
    private MatchedBatch compared;

    /** What was found out before the transaction, which is of use to the first try of it. */
    public interface Ahead {
        /** It, in the transaction; null where there is nothing, or somebody else has written since. */
        MatchedBatch stillTrue();
    }

    /** Keeps what became of a block, in the transaction that writes it. */
    public interface Telling {
        void tell(List<RowResult> written, List<ReportEntry> findings);
    }

    /**
     * What became of a block.
     *
     * @param written for each row, in their order
     */
    public record Result(List<RowResult> written, List<ReportEntry> findings) {

        public Result {
            written = List.copyOf(written);
            findings = List.copyOf(findings);
        }
    }

    public BatchImport(
            ResourceSchema declaration,
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
        MatchedBatch known = isTried ? null : ahead.stillTrue();
        isTried = true;
        compared = known == null ? MatchedBatch.of(declaration, options, matcher, rows) : known;
        return compared.entries();
    }

    @Override
    public Result written(List<RowResult> entries) {
        List<RowResult> written = new ArrayList<>(rows.size());
        List<ReportEntry> findings = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < rows.size(); i++) {
            boolean wasTried =
                    next < compared.writable().size() && compared.writable().get(next) == i;
            RowResult row =
                    wasTried ? entries.get(next++) : new RowResult(RowResult.Kind.REFUSED, null, null, null, List.of());
            written.add(row);
            tell(i, row, wasTried, findings);
        }
        telling.tell(written, findings);
        return new Result(written, findings);
    }

    private void tell(int place, RowResult row, boolean wasTried, List<ReportEntry> findings) {
        ImportRow source = rows.get(place);
        switch (row.kind()) {
            case REFUSED -> {
                List<RowFault> faults = wasTried
                        ? row.faults().stream()
                                .map(fault -> fault(source, fault))
                                .toList()
                        : MatchedBatch.faults(
                                options, source, compared.matches().get(place));
                String id = wasTried ? row.id() : existing(compared.matches().get(place));
                faults.forEach(fault -> findings.add(
                        new ReportEntry(source.number(), ReportRow.Kind.REFUSED, id, ReportRowJson.of(source, fault))));
            }
            case UPDATED -> findings.add(
                    new ReportEntry(source.number(), ReportRow.Kind.CHANGED, row.id(), ReportRowJson.of(source, row)));
            case CREATED -> compared.matches()
                    .get(place)
                    .likely()
                    .forEach(likely -> findings.add(new ReportEntry(
                            source.number(),
                            ReportRow.Kind.POSSIBLE_DUPLICATE,
                            likely.id(),
                            ReportRowJson.of(source, row, likely))));
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
