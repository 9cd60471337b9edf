package org.startupatlas.reconcile.match;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.imports.match.RowMatch;
import org.startupatlas.imports.match.RowMatcher;
import org.startupatlas.reconcile.entity.EntityTypes;
import org.startupatlas.reconcile.entity.Property;
import org.startupatlas.reconcile.match.ReconcileQuery.Hint;
import org.startupatlas.reconcile.match.ReconcileQuery.Value;
import org.startupatlas.record.WebAddress;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;

/** Matches queries as the rows of a file that is imported: the same matcher decides what is certain. */
@Singleton
class RowMatches {

    private final RowMatcher matcher;
    private final EntityTypes types;
    private final HintComparison hints;

    RowMatches(RowMatcher matcher, EntityTypes types, HintComparison hints) {
        this.matcher = matcher;
        this.types = types;
        this.hints = hints;
    }

    /**
     * What the matcher of imports says of a query.
     *
     * @param certainId the id of the record that a row would update, or null
     * @param isRefused whether the row would be refused, since it is several records'
     * @param likelyIds those of possible duplicates
     * @param row the row, in which references are resolved
     */
    record Decision(String certainId, boolean isRefused, List<String> likelyIds, ObjectNode row) {
        Decision {
            likelyIds = List.copyOf(likelyIds);
        }
    }

    /** Returns the decisions on queries about a type, by their keys. */
    Map<String, Decision> of(ResourceSchema type, List<ReconcileQuery> queries) {
        List<ImportRow> rows = new ArrayList<>();
        for (ReconcileQuery query : queries) {
            int number = rows.size() + 1;
            rows.add(new ImportRow(number, number, row(type, query), List.of()));
        }
        Map<String, Decision> decisions = new HashMap<>();
        List<RowMatch> matches = matcher.match(type, rows, false).matches();
        for (int i = 0; i < rows.size(); i++) {
            RowMatch match = matches.get(i);
            decisions.put(
                    queries.get(i).key(),
                    new Decision(
                            match.existingId() == null
                                    ? null
                                    : match.existingId().toString(),
                            !match.problems().isEmpty(),
                            match.likely().stream().map(RowMatch.Likely::id).toList(),
                            rows.get(i).record()));
        }
        return decisions;
    }

    private ObjectNode row(ResourceSchema type, ReconcileQuery query) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        if (query.text() != null && NameIndex.isSearchable(query.text())) {
            row.put(Property.NAME, query.text());
        }
        for (Hint hint : query.hints()) {
            if (!hint.values().isEmpty()) {
                types.property(type, hint.property())
                        .ifPresent(property -> put(row, property, hint.values().get(0)));
            }
        }
        return row;
    }

    /** Puts what the matcher compares: external ids, the country, the website, and the records that it belongs to. */
    private void put(ObjectNode row, Property property, Value value) {
        if (property.isExternalId()) {
            row.withObject("/" + ResourceSchema.EXTERNAL_IDS)
                    .put(property.field().name(), value.text());
        } else if (property.id().equals(Property.COUNTRY)) {
            hints.code(ResourceSchema.COUNTRIES, value).ifPresent(code -> row.put(Property.COUNTRY, code));
        } else if (property.id().equals(Property.WEBSITE)) {
            WebAddress.host(value.text()).ifPresent(host -> row.put(Property.WEBSITE, value.text()));
        } else if (property.isReference() && property.field().shape() == Field.Shape.VALUE) {
            row.put(property.id(), value.id() == null ? value.text() : value.id());
        }
    }
}
