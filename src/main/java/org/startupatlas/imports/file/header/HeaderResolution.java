package org.startupatlas.imports.file.header;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.startupatlas.query.parameter.RejectedException;

/** Assigns fields to the columns of a header, in stages from the most to the least certain. */
final class HeaderResolution {

    private final List<String> header;
    private final long line;
    private final IntPredicate isEmpty;
    private final String[] fields;
    private final String[] takenFor;
    private final int[] rivals;
    private final boolean[] isResolved;

    HeaderResolution(List<String> header, long line, IntPredicate isEmpty) {
        this.header = header;
        this.line = line;
        this.isEmpty = isEmpty;
        this.fields = new String[header.size()];
        this.takenFor = new String[header.size()];
        this.rivals = new int[header.size()];
        this.isResolved = new boolean[header.size()];
        Arrays.fill(rivals, -1);
    }

    /** Sets the field of a column; an empty one leaves it out. */
    void set(int column, String field) {
        fields[column] = field.isEmpty() ? null : field;
        isResolved[column] = true;
    }

    /**
     * Resolves columns, except to fields of the stages before.
     *
     * @throws RejectedException if two columns with values mean the same field
     */
    void addStage(Function<String, Optional<NearColumns.Near>> meaning) {
        List<String> taken =
                List.of(Arrays.stream(fields).filter(field -> field != null).toArray(String[]::new));
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < fields.length; i++) {
            Optional<NearColumns.Near> near = isResolved[i] ? Optional.empty() : meaning.apply(header.get(i));
            if (near.isPresent()) {
                isResolved[i] = true;
                if (!taken.contains(near.get().field())) {
                    add(i, near.get(), found);
                }
            }
        }
    }

    private void add(int column, NearColumns.Near near, Map<String, Integer> found) {
        Integer first = found.putIfAbsent(near.field(), column);
        if (first == null) {
            fields[column] = near.field();
            takenFor[column] = near.name();
        } else if (isEmpty.test(column)) {
            rivals[column] = first;
        } else if (isEmpty.test(first)) {
            found.put(near.field(), column);
            fields[column] = near.field();
            takenFor[column] = near.name();
            fields[first] = null;
            takenFor[first] = null;
            rivals[first] = column;
        } else {
            String mapping = JsonNodeFactory.instance
                    .objectNode()
                    .put(header.get(first), "")
                    .toString();
            throw RejectedException.unreadableFile(
                    line,
                    "duplicate-column",
                    header.get(first),
                    String.valueOf(first + 1),
                    header.get(column),
                    String.valueOf(column + 1),
                    near.field(),
                    mapping);
        }
    }

    /**
     * Takes the only column of which its words say that it has the names of the records, if no column has them yet. Of
     * columns with the same words, such as names in two languages, the first one is taken.
     *
     * @param isName whether the words of a header mean names of records
     */
    void addName(Predicate<String> isName) {
        if (Arrays.asList(fields).contains("name")) {
            return;
        }
        Map<List<String>, Integer> likely = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i++) {
            if (!isResolved[i] && isName.test(header.get(i))) {
                likely.putIfAbsent(HeaderWords.stems(HeaderWords.withoutRemarks(header.get(i))), i);
            }
        }
        if (likely.size() == 1) {
            int column = likely.values().iterator().next();
            isResolved[column] = true;
            fields[column] = "name";
            takenFor[column] = "name";
        }
    }

    private static ColumnMapping.Target target(ColumnMapping.Target target, String header) {
        return NearColumns.isSum(target.name()) ? target.of(HeaderWords.unit(header)) : target;
    }

    /**
     * Returns the columns.
     *
     * @param nearest returns the fields that are most like a header
     */
    List<MappedColumn> resolved(Function<String, ColumnMapping.Target> target, Function<String, List<String>> nearest) {
        List<MappedColumn> columns = new ArrayList<>();
        for (int i = 0; i < fields.length; i++) {
            columns.add(new MappedColumn(
                    header.get(i),
                    fields[i] == null ? null : target(target.apply(fields[i]), header.get(i)),
                    takenFor[i],
                    isResolved[i] ? List.of() : nearest.apply(header.get(i)),
                    rivals[i]));
        }
        return columns;
    }
}
