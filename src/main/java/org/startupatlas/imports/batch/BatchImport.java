package org.startupatlas.imports.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.startupatlas.imports.batch.ImportOptions.Conflict;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.imports.match.RowMatch;
import org.startupatlas.imports.match.RowMatcher;
import org.startupatlas.imports.report.ReportEntry;
import org.startupatlas.imports.report.ReportRow;
import org.startupatlas.imports.report.ReportRowJson;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.batch.BatchWriter;
import org.startupatlas.write.batch.BatchWriter.Entry;
import org.startupatlas.write.batch.RowResult;

/** Imports a batch of rows: matches them with the records in the registry, writes them, and reports the results. */
public final class BatchImport implements BatchWriter.Work<BatchImport.Result> {

    private final ResourceSchema schema;
    private final ImportOptions options;
    private final ImportProvenance provenance;
    private final RowMatcher matcher;
    private final List<ImportRow> given;
    private final FileRows fileRows;
    private final Prefetched prefetched;
    private final ResultStore store;

    private List<ImportRow> rows;

    private boolean isRetried;
    private MatchedBatch matched;

    /** The matches that were found before the transaction. Only its first attempt uses them. */
    public interface Prefetched {
        /**
         * Returns the prefetched matches; empty if there are none, or if another client has written since. Called in
         * the transaction.
         */
        Optional<MatchedBatch> ifStillValid();
    }

    /** Stores the results of a batch in the transaction that writes it. */
    public interface ResultStore {
        void save(List<RowResult> rowResults, List<ReportEntry> reportEntries);
    }

    /**
     * The results of a batch.
     *
     * @param rowResults one result for each row, in the order of the rows
     */
    public record Result(List<RowResult> rowResults, List<ReportEntry> reportEntries) {

        public Result {
            rowResults = List.copyOf(rowResults);
            reportEntries = List.copyOf(reportEntries);
        }
    }

    public BatchImport(
            ResourceSchema schema,
            ImportOptions options,
            ImportProvenance provenance,
            RowMatcher matcher,
            List<ImportRow> rows,
            FileRows fileRows,
            Prefetched prefetched,
            ResultStore store) {
        this.schema = schema;
        this.options = options;
        this.provenance = provenance;
        this.matcher = matcher;
        this.given = List.copyOf(rows);
        this.fileRows = fileRows;
        this.prefetched = prefetched;
        this.store = store;
    }

    @Override
    public List<Entry> entries() {
        Optional<MatchedBatch> usable = isRetried ? Optional.empty() : prefetched.ifStillValid();
        isRetried = true;
        matched = usable.orElseGet(() -> MatchedBatch.of(schema, options, provenance, matcher, given));
        rows = fileRows.withDisagreements(given, matched.matches());
        boolean isRenamed = options.isDry() && addNames();
        if (isRenamed || rows != given) {
            matched = MatchedBatch.of(schema, options, provenance, matcher, rows);
        }
        return matched.entries();
    }

    /** Gives rows of a dry run the names of the records that earlier rows would have created. */
    private boolean addNames() {
        boolean isAny = false;
        for (int i = 0; i < rows.size(); i++) {
            isAny |= fileRows.addName(rows.get(i), matched.matches().get(i));
        }
        return isAny;
    }

    @Override
    public Result complete(List<RowResult> results, BatchWriter.Checker checker) {
        List<RowResult> rowResults = new ArrayList<>(rows.size());
        List<ReportEntry> reportEntries = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < rows.size(); i++) {
            boolean wasTried =
                    next < matched.writable().size() && matched.writable().get(next) == i;
            RowResult row = wasTried ? result(i, results.get(next)) : RowResult.refused(null, null, List.of());
            rowResults.add(row);
            addReportEntries(i, row, wasTried ? null : checker, reportEntries);
            if (wasTried) {
                addConflicts(i, row, next++, reportEntries);
            }
        }
        store.save(rowResults, reportEntries);
        return new Result(rowResults, reportEntries);
    }

    /** Returns the result that a row would have if a dry run wrote the rows before it. */
    private RowResult result(int index, RowResult result) {
        return options.isDry()
                ? fileRows.asIfWritten(rows.get(index), matched.matches().get(index), result)
                : result;
    }

    /** Reports the values that were not written, because the record has others. */
    private void addConflicts(int index, RowResult row, int entry, List<ReportEntry> reportEntries) {
        if (options.conflict() == Conflict.ASK && row.kind() != RowResult.Kind.REFUSED) {
            ImportRow source = rows.get(index);
            matched.differences(entry)
                    .forEach(difference -> reportEntries.add(new ReportEntry(
                            source.number(),
                            ReportRow.Kind.CONFLICT,
                            row.id(),
                            ReportRowJson.ofConflict(
                                    source,
                                    row,
                                    difference.field(),
                                    new ReportRowJson.Side(
                                            difference.stored(),
                                            difference.sources().stored()),
                                    new ReportRowJson.Side(
                                            difference.ofRow(),
                                            difference.sources().ofRow())))));
        }
    }

    /**
     * @param checker tells what else is wrong with a row that was refused without being tried; null for other rows
     */
    private void addReportEntries(
            int index, RowResult row, BatchWriter.Checker checker, List<ReportEntry> reportEntries) {
        ImportRow source = rows.get(index);
        String recordId = recordId(index, row, checker == null);
        source.leftOut()
                .forEach(cell -> reportEntries.add(new ReportEntry(
                        source.number(), ReportRow.Kind.LEFT_OUT, recordId, ReportRowJson.of(source, cell))));
        switch (row.kind()) {
            case REFUSED -> {
                List<Violation> problems = checker == null
                        ? row.violations().stream()
                                .map(violation -> RowProblems.of(source, violation))
                                .toList()
                        : problems(index, checker);
                problems.forEach(problem -> reportEntries.add(new ReportEntry(
                        source.number(), ReportRow.Kind.REFUSED, recordId, ReportRowJson.of(source, problem))));
                if (source.asInFile() != null) {
                    reportEntries.add(new ReportEntry(
                            source.number(), ReportRow.Kind.ROW, recordId, ReportRowJson.ofSource(source)));
                }
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
                // It is counted only; the report has no entry for it.
            }
        }
    }

    /** Returns the id of the record of a row; null if there is none, as after the dry run of a new one. */
    private String recordId(int index, RowResult row, boolean wasTried) {
        if (!wasTried) {
            return existingId(matched.matches().get(index));
        }
        return options.isDry() && row.kind() == RowResult.Kind.CREATED ? null : row.id();
    }

    private static String existingId(RowMatch match) {
        return match.existingId() == null ? null : match.existingId().toString();
    }

    /** Returns why a row is refused that was not tried, and what else is wrong with its values. */
    private List<Violation> problems(int index, BatchWriter.Checker checker) {
        ImportRow row = rows.get(index);
        RowMatch match = matched.matches().get(index);
        List<Violation> known = MatchedBatch.problems(options, row, match);
        return row.record().isEmpty() || MatchedBatch.isThere(options, match)
                ? known
                : RowProblems.with(
                        known, row, checker.violations(MatchedBatch.entry(schema, options, provenance, row, match)));
    }
}
