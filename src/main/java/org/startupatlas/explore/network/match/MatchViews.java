package org.startupatlas.explore.network.match;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.startupatlas.explore.network.NodeLinks;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.network.match.criterion.Compared;
import org.startupatlas.network.match.criterion.Outcome;
import org.startupatlas.network.match.criterion.Sentences;
import org.startupatlas.network.match.ranking.Match;
import org.startupatlas.schema.Language;

/** Makes the views of matches. */
@Singleton
final class MatchViews {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private final Sentences sentences;

    MatchViews(Sentences sentences) {
        this.sentences = sentences;
    }

    List<MatchView> of(List<Match> matches, PageRequest request) {
        return matches.stream().map(match -> of(match, request)).toList();
    }

    private MatchView of(Match match, PageRequest request) {
        Texts texts = request.texts();
        return new MatchView(
                NodeLinks.of(match.node(), request),
                match.score(),
                share(match, texts),
                match.known() == null
                        ? null
                        : texts.get(
                                "match.known",
                                texts.get("link." + match.known().kind().code())),
                sentences(match, Outcome.MET, request.language()),
                sentences(match, Outcome.UNMET, request.language()),
                unknown(match, "match.unknown", MatchViews::isUnknownOfTheirs, texts));
    }

    /** Returns the score, and how far what is not known could raise it. */
    private static String share(Match match, Texts texts) {
        int score = percent(match.score());
        int atMost = percent(match.atMost());
        return atMost == score
                ? texts.get("match.share", texts.get("unit.percent", score))
                : texts.get("match.share.most", texts.get("unit.percent", score), texts.get("unit.percent", atMost));
    }

    private static int percent(BigDecimal share) {
        return share.multiply(PERCENT).setScale(0, RoundingMode.HALF_EVEN).intValue();
    }

    private List<String> sentences(Match match, Outcome outcome, Language language) {
        return match.verdicts(outcome).stream()
                .map(verdict -> sentences
                        .sentence(verdict.criterion(), verdict.compared(), language)
                        .textValue())
                .toList();
    }

    /** Returns what is not known of the record whose matches these are, which is the same in all; null if nothing is. */
    String unknownOfSubject(List<Match> matches, String name, Texts texts) {
        return matches.stream()
                .findFirst()
                .map(match -> unknown(
                        match, "match.unknown.subject", MatchViews::isUnknownOfOurs, texts, NodeLinks.inSentence(name)))
                .orElse(null);
    }

    private String unknown(
            Match match, String key, Predicate<Match.Verdict> isUnknown, Texts texts, Object... arguments) {
        String labels = match.verdicts(Outcome.UNKNOWN).stream()
                .filter(isUnknown)
                .map(verdict ->
                        sentences.label(verdict.criterion(), texts.language()).textValue())
                .collect(Collectors.joining(texts.get("list.separator")));
        return labels.isEmpty() ? null : texts.get(key, labels, arguments.length == 0 ? "" : arguments[0]);
    }

    private static boolean isUnknownOfTheirs(Match.Verdict verdict) {
        return verdict.compared().theirs().isEmpty();
    }

    private static boolean isUnknownOfOurs(Match.Verdict verdict) {
        Compared compared = verdict.compared();
        return !verdict.criterion().isOfTheirsOnly() && compared.ours().isEmpty();
    }
}
