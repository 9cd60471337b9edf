package org.startupatlas.explore.directory;

import java.util.ArrayList;
import java.util.List;
import org.startupatlas.explore.directory.DirectoryView.FacetValue;
import org.startupatlas.explore.directory.DirectoryView.FacetView;
import org.startupatlas.explore.page.PageReader.ListOfRecords;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.PageUrl;
import org.startupatlas.query.facet.FacetSummary;
import org.startupatlas.schema.type.Operator;

/** Shows the values of fields with their counts, each as a link that selects it or no longer does. */
final class Facets {

    /** More than these are behind a disclosure. */
    private static final int SHOWN = 8;

    private final DirectoryRequest parameters;
    private final ListOfRecords list;
    private final FilterLabels labels;
    private final Texts texts;

    Facets(DirectoryRequest parameters, ListOfRecords list, FilterLabels labels, Texts texts) {
        this.parameters = parameters;
        this.list = list;
        this.labels = labels;
        this.texts = texts;
    }

    List<FacetView> views() {
        return list.page().facets().stream().map(this::view).toList();
    }

    private FacetView view(FacetSummary summary) {
        String field = summary.facet().name();
        List<String> selected = parameters.url().values(field);
        List<FacetValue> first = new ArrayList<>();
        List<FacetValue> more = new ArrayList<>();
        for (FacetSummary.Count count : summary.values()) {
            String value = count.value().toString();
            boolean isSelected = selected.contains(value);
            FacetValue link = new FacetValue(
                    labels.value(field, value),
                    texts.number(count.count()),
                    parameters
                            .changed()
                            .without(unknown(field))
                            .toggled(field, value)
                            .toString(),
                    isSelected);
            (isSelected || first.size() < SHOWN ? first : more).add(link);
        }
        return new FacetView(field, labels.field(field), first, more, unknown(summary));
    }

    private FacetValue unknown(FacetSummary summary) {
        String field = summary.facet().name();
        boolean isSelected =
                parameters.url().value(unknown(field)).filter("false"::equals).isPresent();
        if (summary.missing() == 0 && !isSelected) {
            return null;
        }
        PageUrl rest = parameters.changed().without(field, unknown(field));
        return new FacetValue(
                texts.get("filter.unknown"),
                texts.number(summary.missing()),
                (isSelected ? rest : rest.with(unknown(field), "false")).toString(),
                isSelected);
    }

    private static String unknown(String field) {
        return Operator.EXISTS.parameter(field);
    }
}
