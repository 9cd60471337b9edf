package org.startupatlas.explore.network.opportunity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.problem.ProblemViews;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.Option;
import org.startupatlas.http.Limits;
import org.startupatlas.http.format.Projection;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.Folding;
import org.startupatlas.schema.Vocabularies;

/** Makes the view of the form: its choices in the language of the page, and what is wrong with it. */
final class FormViews {

    private static final String ERROR = "correction.error.";

    private static final String MOROCCO = "MA";

    private final PageRequest request;
    private final Texts texts;
    private final Vocabularies vocabularies;
    private final Projection projection;

    FormViews(PageRequest request, Vocabularies vocabularies, Projection projection) {
        this.request = request;
        this.texts = request.texts();
        this.vocabularies = vocabularies;
        this.projection = projection;
    }

    FormView of(OpportunityForm form) {
        return new FormView(
                request.url().path(),
                form.parameters().text(OpportunityForm.ON).orElse(null),
                form.text(OpportunityForm.FOR),
                byLabel(options(form, OpportunityForm.SECTORS, "sectors")),
                options(form, "stage", "stages"),
                countries(form),
                byLabel(options(form, "region", "regions")),
                labels(form),
                options(
                        form,
                        OpportunityForm.DIASPORA,
                        List.of("true", "false"),
                        truth -> texts.get(truth.equals("true") ? "value.yes" : "value.no")),
                form.text("founded"),
                form.text(OpportunityForm.HEADCOUNT),
                form.parameters().text(OpportunityForm.WITHIN).orElse(String.valueOf(Limits.DAYS_AHEAD)),
                form.violations().stream().map(this::error).toList());
    }

    /** Returns the countries by label, after Morocco, where most startups of the registry are. */
    private List<Option> countries(OpportunityForm form) {
        return byLabel(options(form, "country", "countries")).stream()
                .sorted(Comparator.comparing(option -> !option.code().equals(MOROCCO)))
                .toList();
    }

    private List<Option> labels(OpportunityForm form) {
        List<Option> labels = new ArrayList<>(options(form, OpportunityForm.LABELS, "official_labels"));
        labels.addAll(options(
                form,
                OpportunityForm.LABELS,
                List.of(OpportunityForm.NO_LABEL),
                none -> texts.get("opportunities.labels.none")));
        return labels;
    }

    private List<Option> options(OpportunityForm form, String field, String vocabulary) {
        return options(form, field, vocabularies.codes(vocabulary), code -> projection
                .label(vocabulary, code)
                .orElse(code));
    }

    private static List<Option> options(
            OpportunityForm form, String field, List<String> codes, UnaryOperator<String> label) {
        List<String> chosen = form.chosen(field);
        return codes.stream()
                .map(code -> new Option(code, label.apply(code), chosen.contains(code)))
                .toList();
    }

    private static List<Option> byLabel(List<Option> options) {
        return options.stream()
                .sorted(Comparator.comparing(option -> Folding.fold(option.label())))
                .toList();
    }

    /** Says what is wrong, and links to the input. */
    private Anchor error(Violation violation) {
        String field = violation.place().text().split("/")[violation.pointer() == null ? 0 : 1];
        return new Anchor(message(field, violation), "#" + field);
    }

    private String message(String field, Violation violation) {
        return switch (field + " " + violation.code()) {
            case "for unknown-reference" -> violation.didYouMean() == null
                    ? texts.get("opportunities.error.for", violation.arguments().get(0))
                    : texts.get(
                            "opportunities.error.for.near",
                            violation.arguments().get(0),
                            violation.didYouMean());
            case "for not-together" -> texts.get("opportunities.error.both");
            case "official_labels not-together" -> texts.get("opportunities.error.labels");
            case "within out-of-range", "headcount number-out-of-range" -> texts.get(
                    ERROR + "range",
                    new BigDecimal(violation.arguments().get(1)),
                    new BigDecimal(violation.arguments().get(2)));
            case "headcount wrong-type" -> texts.get(ERROR + "integer");
            case "founded invalid-value" -> texts.get(ERROR + "date");
            case "diaspora wrong-type" -> texts.get(ERROR + "boolean");
            default -> violation.code().equals("unknown-code")
                    ? texts.get(
                            "opportunities.error.choice", violation.arguments().get(0))
                    : ProblemViews.message(violation, request);
        };
    }
}
