package org.startupatlas.network.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.startupatlas.http.format.Cell;
import org.startupatlas.http.format.Table;
import org.startupatlas.http.format.TableWriter;
import org.startupatlas.network.journey.CohortJson.FigureJson;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;

/** The figures of a cohort as a table: a column for each member of the JSON. */
final class CohortTable {

    private static final List<String> COLUMNS = ParameterSet.names(FigureJson.class);

    private CohortTable() {}

    static byte[] write(Format format, CohortJson cohort, Language language, ObjectMapper json) {
        return TableWriter.write(
                format,
                Table.ofNames("journeys", COLUMNS, language),
                cohort.data().stream()
                        .map(figure -> row(json.valueToTree(figure)))
                        .toList());
    }

    private static List<Cell> row(JsonNode figure) {
        return COLUMNS.stream().map(column -> Cell.ofJson(figure.get(column))).toList();
    }
}
