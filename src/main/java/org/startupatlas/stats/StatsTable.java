package org.startupatlas.stats;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.startupatlas.http.License;
import org.startupatlas.http.format.Csv;
import org.startupatlas.http.format.Projection;
import org.startupatlas.query.aggregate.AggregationQuery;
import org.startupatlas.query.aggregate.AggregationResult;
import org.startupatlas.query.aggregate.Dimension;
import org.startupatlas.query.aggregate.Metric;
import org.startupatlas.schema.Format;

/**
 * Statistics as a table: what tells the rows apart, then what is told of each. As CSV it has the same columns, and with a
 * language those of the labels behind them; they follow from the request alone, never from the records.
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

    /** The table filled with these figures, in the format asked for. */
    byte[] write(AggregationResult stats) {
        List<ObjectNode> rows = stats.buckets().stream().map(this::row).toList();
        return query.format() == Format.CSV
                ? csv(rows)
                : object(stats, rows).toString().getBytes(StandardCharsets.UTF_8);
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

    /** By dimension, then by code, as beside records. */
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

    private ObjectNode object(AggregationResult stats, List<ObjectNode> rows) {
        ObjectNode object = json.createObjectNode();
        object.putArray("data").addAll(rows);
        ObjectNode meta = object.putObject("meta");
        meta.put("revision", stats.revision());
        meta.put("license", License.ID);
        if (query.language() != null) {
            meta.put("lang", query.language().code());
        }
        meta.put("total", stats.total());
        return object;
    }

    private byte[] csv(List<ObjectNode> rows) {
        List<String> columns = new ArrayList<>();
        dimensions.forEach(dimension -> columns.add(dimension.name()));
        metrics.forEach(metric -> columns.add(metric.name()));
        List<String> coded = query.language() == null
                ? List.of()
                : dimensions.stream()
                        .filter(dimension -> dimension.vocabulary() != null)
                        .map(Dimension::name)
                        .toList();
        List<String> header = new ArrayList<>(columns);
        coded.forEach(name -> header.add(Projection.LABELS + "." + name));
        return Csv.write(
                header, rows.stream().map(row -> cells(row, columns, coded)).toList());
    }

    private static List<String> cells(ObjectNode row, List<String> columns, List<String> coded) {
        List<String> cells = new ArrayList<>();
        columns.forEach(name -> cells.add(Csv.cell(row.get(name))));
        coded.forEach(name -> cells.add(Csv.labels(row.path(Projection.LABELS).path(name))));
        return cells;
    }
}
