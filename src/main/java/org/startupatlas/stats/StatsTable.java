package org.startupatlas.stats;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.startupatlas.http.format.Cell;
import org.startupatlas.http.format.Envelope;
import org.startupatlas.http.format.Projection;
import org.startupatlas.http.format.Table;
import org.startupatlas.http.format.TableWriter;
import org.startupatlas.query.aggregate.AggregationQuery;
import org.startupatlas.query.aggregate.AggregationResult;
import org.startupatlas.query.aggregate.Dimension;
import org.startupatlas.query.aggregate.Metric;

/**
 * Writes statistics as a table: the dimensions, then the metrics of each row. CSV and workbooks have the same
 * columns as JSON, followed by those of the labels if a language is requested. The columns depend on the query only, never on the
 * records.
 */
final class StatsTable {

    private final AggregationQuery query;
    private final List<Dimension> dimensions;
    private final List<Metric> metrics;
    private final Projection projection;
    private final ObjectMapper json;

    StatsTable(AggregationQuery query, Projection projection, ObjectMapper json) {
        this.query = query;
        this.dimensions = query.dimensions();
        this.metrics = query.metrics();
        this.projection = projection;
        this.json = json;
    }

    /** Returns the table in the format of the query. */
    byte[] write(AggregationResult stats) {
        List<ObjectNode> rows = stats.buckets().stream().map(this::row).toList();
        return query.format().isTable()
                ? table(rows)
                : new Envelope(Envelope.meta(stats.revision(), query.language()).put("total", stats.total()))
                        .aroundNodes(rows);
    }

    private ObjectNode row(AggregationResult.Bucket row) {
        ObjectNode node = json.createObjectNode();
        for (int i = 0; i < dimensions.size(); i++) {
            node.set(dimensions.get(i).name(), json.valueToTree(row.values().get(i)));
        }
        for (int i = 0; i < metrics.size(); i++) {
            node.put(metrics.get(i).name(), row.metrics().get(i));
        }
        if (query.language() != null) {
            node.set(Projection.LABELS, labels(row));
        }
        return node;
    }

    /** Returns the labels by dimension and code, in the structure that records have. */
    private ObjectNode labels(AggregationResult.Bucket row) {
        ObjectNode labels = json.createObjectNode();
        for (int i = 0; i < dimensions.size(); i++) {
            Dimension dimension = dimensions.get(i);
            Object code = row.values().get(i);
            if (code != null) {
                projection.label(dimension.vocabulary(), code).ifPresent(label -> labels.withObjectProperty(
                                dimension.name())
                        .put(code.toString(), label));
            }
        }
        return labels;
    }

    private byte[] table(List<ObjectNode> rows) {
        List<String> columns = new ArrayList<>();
        dimensions.forEach(dimension -> columns.add(dimension.name()));
        metrics.forEach(metric -> columns.add(metric.name()));
        List<String> labelledColumns = query.language() == null
                ? List.of()
                : dimensions.stream()
                        .filter(dimension -> dimension.vocabulary() != null)
                        .map(Dimension::name)
                        .toList();
        List<String> header = new ArrayList<>(columns);
        labelledColumns.forEach(name -> header.add(Projection.LABELS + "." + name));
        return TableWriter.write(
                query.format(),
                Table.ofNames(query.schema().resource(), header, query.language()),
                rows.stream().map(row -> cells(row, columns, labelledColumns)).toList());
    }

    private static List<Cell> cells(ObjectNode row, List<String> columns, List<String> labelledColumns) {
        List<Cell> cells = new ArrayList<>();
        columns.forEach(name -> cells.add(Cell.of(row.get(name))));
        labelledColumns.forEach(
                name -> cells.add(Cell.ofWords(row.path(Projection.LABELS).path(name))));
        return cells;
    }
}
