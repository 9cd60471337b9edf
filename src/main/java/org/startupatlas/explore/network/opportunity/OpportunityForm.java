package org.startupatlas.explore.network.opportunity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.startupatlas.http.Limits;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.type.ValueTypes;

/**
 * The form as it was sent.
 *
 * @param parameters what was written into it
 * @param day the day of the application
 * @param within the number of days in which editions open
 * @param startup the startup of the registry that applies; null if none does
 * @param described the startup that the form describes, as the API takes it; empty if it describes none
 * @param violations what is wrong with it
 */
public record OpportunityForm(
        ParameterSet parameters,
        LocalDate day,
        int within,
        RecordKey startup,
        ObjectNode described,
        List<Violation> violations) {

    static final String FOR = "for";
    static final String ON = "on";
    static final String WITHIN = "within";
    static final String SECTORS = "sectors";
    static final String LABELS = "official_labels";
    static final String DIASPORA = "diaspora";
    static final String HEADCOUNT = "headcount";

    /** Says that the startup has no label, which an unchecked box does not. */
    static final String NO_LABEL = "none";

    /** A number that is too large must reach the check of the range, which names the bounds. */
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,20}");

    private static final List<String> TEXTS = List.of("stage", "country", "region", "founded");

    private static final List<String> LISTS = List.of(SECTORS, LABELS);

    private static final List<String> NAMES = Stream.of(List.of(FOR, ON, WITHIN, DIASPORA, HEADCOUNT), LISTS, TEXTS)
            .flatMap(List::stream)
            .toList();

    public OpportunityForm {
        violations = List.copyOf(violations);
    }

    /** Returns the parameters of a request; browsers send the empty inputs of a form too. */
    static ParameterSet parameters(List<Parameter> sent) {
        List<Parameter> filled = sent.stream()
                .filter(parameter ->
                        !NAMES.contains(parameter.name()) || !parameter.value().isBlank())
                .toList();
        return ParameterSet.of(filled, NAMES, LISTS::contains).rejectUnknown();
    }

    static int within(ParameterSet parameters) {
        return parameters.integer(WITHIN, 0, Limits.MAX_DAYS_AHEAD, Limits.DAYS_AHEAD);
    }

    /** Returns the startup that the parameters describe, as the body of the API does; what is wrong stays as it is. */
    static ObjectNode described(ParameterSet parameters) {
        ObjectNode described = JsonNodeFactory.instance.objectNode();
        LISTS.forEach(name -> parameters.text(name).ifPresent(text -> {
            ArrayNode codes = described.putArray(name);
            List<String> chosen = parameters.list(name);
            if (!name.equals(LABELS) || !chosen.equals(List.of(NO_LABEL))) {
                chosen.forEach(codes::add);
            }
        }));
        TEXTS.forEach(name -> parameters.text(name).ifPresent(text -> described.put(name, text.strip())));
        parameters.text(DIASPORA).ifPresent(text -> ValueTypes.BOOLEAN
                .read(text)
                .ifPresentOrElse(truth -> described.put(DIASPORA, truth), () -> described.put(DIASPORA, text)));
        parameters.text(HEADCOUNT).map(String::strip).ifPresent(text -> {
            if (INTEGER.matcher(text).matches()) {
                described.put(HEADCOUNT, new BigInteger(text));
            } else {
                described.put(HEADCOUNT, text);
            }
        });
        return described;
    }

    /** Returns whether the form was sent without a mistake. */
    public boolean isValid() {
        return violations.isEmpty();
    }

    /** Returns whether a startup applies. */
    boolean hasApplicant() {
        return isValid() && (startup != null || !described.isEmpty());
    }

    String text(String name) {
        return parameters.text(name).orElse("");
    }

    /** Returns the codes that were chosen, as far as they can be read. */
    List<String> chosen(String name) {
        return LISTS.contains(name)
                ? parameters.list(name)
                : parameters.text(name).stream().toList();
    }
}
