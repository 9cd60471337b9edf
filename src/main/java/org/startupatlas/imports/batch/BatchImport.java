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
    private final Prefetched prefetched;
    private final ResultStore store;

    private boolean isRetried;
    private MatchedBatch matched;

    /** What was found out before the transaction, which is of use to the first try of it. */
    public interface Prefetched {
        /** It, in the transaction; null where there is nothing, or somebody else has written since. */
        MatchedBatch ifStillValid();
    }

    /** Keeps what became of a block, in the transaction that writes it. */
    public interface ResultStore {
        void save(List<RowResult> written, List<ReportEntry> reportEntries);
    }

    /**
     * What became of a block.
     *
     * @param written for each row, in their order
     */
    public record Result(List<RowResult> written, List<ReportEntry> reportEntries) {

        public Result {
            written = List.copyOf(written);
            reportEntries = List.copyOf(reportEntries);
        }
    }

    public BatchImport(
            ResourceSchema declaration,
            ImportOptions options,
            RowMatcher matcher,
            List<ImportRow> rows,
            Prefetched prefetched,
            ResultStore store) {
        this.declaration = declaration;
        this.options = options;
        this.matcher = matcher;
        this.rows = List.copyOf(rows);
        this.prefetched = prefetched;
        this.store = store;
    }

    @Override
    public List<Entry> entries() {
        MatchedBatch prefetchedBatch = isRetried ? null : prefetched.ifStillValid();
        isRetried = true;
        matched = prefetchedBatch == null ? MatchedBatch.of(declaration, options, matcher, rows) : prefetchedBatch;
        return matched.entries();
    }

    @Override
    public Result written(List<RowResult> entries) {
        List<RowResult> written = new ArrayList<>(rows.size());
        List<ReportEntry> reportEntries = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < rows.size(); i++) {
            boolean wasTried =
                    next < matched.writable().size() && matched.writable().get(next) == i;
            RowResult row =
                    wasTried ? entries.get(next++) : new RowResult(RowResult.Kind.REFUSED, null, null, null, List.of());
            written.add(row);
            addReportEntries(i, row, wasTried, reportEntries);
        }
        store.save(written, reportEntries);
        return new Result(written, reportEntries);
    }

    private void addReportEntries(int index, RowResult row, boolean wasTried, List<ReportEntry> reportEntries) {
        ImportRow source = rows.get(index);
        switch (row.kind()) {
            case REFUSED -> {
                List<RowFault> problems = wasTried
                        ? row.faults().stream()
                                .map(problem -> problem(source, problem))
                                .toList()
                        : MatchedBatch.problems(
                                options, source, matched.matches().get(index));
                String id = wasTried ? row.id() : existing(matched.matches().get(index));
                problems.forEach(problem -> reportEntries.add(
                        new ReportEntry(source.number(), ReportRow.Kind.REFUSED, id, ReportRowJson.of(source, problem))));
            }
            case UPDATED -> reportEntries.add(
                    new ReportEntry(source.number(), ReportRow.Kind.CHANGED, row.id(), ReportRowJson.of(source, row)));
            case CREATED -> matched.matches()
                    .get(index)
                    .likely()
                    .forEach(likely -> reportEntries.add(new ReportEntry(
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
        return match.existingId() == null ? null : match.existingId().toString();
    }

    /** A fault of a record as one of the row: the field, and what stands there. */
    private static RowFault problem(ImportRow row, Fault problem) {
        String field =
                problem.pointer().isEmpty() ? null : problem.pointer().substring(1).replace('/', '.');
        JsonNode value = row.record().at(JsonPointer.compile(problem.pointer()));
        String text = value.isMissingNode() || value.isNull()
                ? null
                : value.isTextual() ? value.textValue() : value.toString();
        return new RowFault(field, problem.code(), text, problem.arguments(), problem.didYouMean());
    }
}
