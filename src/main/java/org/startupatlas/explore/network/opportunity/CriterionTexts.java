package org.startupatlas.explore.network.opportunity;

import java.util.List;
import java.util.stream.Collectors;
import org.startupatlas.explore.network.NodeLinks;
import org.startupatlas.explore.network.opportunity.OpportunitiesView.CriterionView;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.http.format.Projection;
import org.startupatlas.network.opportunity.eligibility.Evaluated;
import org.startupatlas.network.opportunity.eligibility.Requirement;
import org.startupatlas.record.CriterionKind;
import org.startupatlas.record.WebAddress;

/** Writes criteria and their answers as sentences in the language of the page. */
final class CriterionTexts {

    private static final String KEY = "criterion.";

    private final Texts texts;
    private final Projection projection;

    /** The page of the startup that applies; null if it is not in the registry. */
    private final String startup;

    CriterionTexts(Texts texts, Projection projection, String startup) {
        this.texts = texts;
        this.projection = projection;
        this.startup = startup;
    }

    /** Returns a requirement that nothing is compared with. */
    CriterionView of(Requirement requirement) {
        return of(new Evaluated(requirement, null, List.of()));
    }

    CriterionView of(Evaluated evaluated) {
        Requirement requirement = evaluated.requirement();
        String code = evaluated.answer() == null ? null : evaluated.answer().code();
        return new CriterionView(
                sentence(requirement),
                code,
                code == null ? null : texts.get(KEY + "answer." + code),
                code == null || requirement.kind() == CriterionKind.OTHER ? null : actual(evaluated),
                requirement.notes(),
                requirement.sources().stream()
                        .map(source -> new Anchor(WebAddress.host(source).orElse(source), source))
                        .toList());
    }

    private String sentence(Requirement requirement) {
        String key = KEY + requirement.kind().code();
        if (requirement.kind().hasRange()) {
            Integer min = requirement.only().min();
            Integer max = requirement.only().max();
            return min == null
                    ? texts.get(key + ".max", max)
                    : max == null ? texts.get(key + ".min", min) : texts.get(key + ".range", min, max);
        }
        return requirement.kind() == CriterionKind.OTHER
                ? texts.get(key)
                : texts.get(key, values(requirement.kind(), requirement.values()));
    }

    private Anchor actual(Evaluated evaluated) {
        CriterionKind kind = evaluated.requirement().kind();
        return evaluated.actual().isEmpty()
                ? new Anchor(texts.get(KEY + "actual.unknown"), null)
                : new Anchor(
                        texts.get(KEY + "actual", values(kind, evaluated.actual())),
                        startup == null ? null : startup + "#fact-" + field(kind));
    }

    /** Returns the field of startups that a kind of criterion is about. */
    private static String field(CriterionKind kind) {
        return switch (kind) {
            case SECTOR -> "sectors";
            case TECHNOLOGY -> "technologies";
            case BUSINESS_MODEL -> "business_models";
            case AREA -> "country";
            case LABEL -> "official_labels";
            case AGE, FOUNDED_AFTER, FOUNDED_BEFORE -> "founded";
            case STAGE, COUNTRY, REGION, DIASPORA, HEADCOUNT, OTHER -> kind.code();
        };
    }

    private String values(CriterionKind kind, List<String> values) {
        return values.stream()
                .map(value -> NodeLinks.inSentence(value(kind, value)))
                .collect(Collectors.joining(texts.get("list.separator")));
    }

    private String value(CriterionKind kind, String value) {
        return switch (kind) {
            case DIASPORA -> texts.get(value.equals("true") ? "value.yes" : "value.no");
            case AGE, FOUNDED_AFTER, FOUNDED_BEFORE -> texts.date(value);
            case HEADCOUNT -> texts.number(Integer.valueOf(value));
            default -> projection.label(kind.vocabulary(), value).orElse(value);
        };
    }
}
