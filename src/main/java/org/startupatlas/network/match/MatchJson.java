package org.startupatlas.network.match;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.startupatlas.http.License;
import org.startupatlas.http.format.Envelope;
import org.startupatlas.http.format.Ndjson;
import org.startupatlas.http.response.DerivedResponses.Derived;
import org.startupatlas.network.match.criterion.Compared;
import org.startupatlas.network.match.criterion.Outcome;
import org.startupatlas.network.match.criterion.Sentences;
import org.startupatlas.network.match.criterion.Value;
import org.startupatlas.network.match.ranking.Match;
import org.startupatlas.network.model.Evidence;
import org.startupatlas.network.model.Node;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.route.NodeJson;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Language;

/** Writes matches. */
@Singleton
class MatchJson {

    private static final int DECIMALS = 4;

    private final ObjectMapper json;
    private final Sentences sentences;

    MatchJson(ObjectMapper json, Sentences sentences) {
        this.json = json;
        this.sentences = sentences;
    }

    /** Writes a page in the format of the query. */
    Derived page(MatchQuery query, MatchFinder.Found found) {
        List<ObjectNode> items =
                found.matches().stream().map(match -> selected(query, match)).toList();
        return Derived.page(bytes(query, items, found.cursor(), found.revision()), found.cursor());
    }

    private byte[] bytes(MatchQuery query, List<ObjectNode> items, String cursor, long revision) {
        return switch (query.format()) {
            case CSV, XLSX -> new MatchTable(query).write(items);
            case NDJSON -> Ndjson.lines(
                    items.stream().map(item -> RecordJson.bytes(json, item)).toList());
            default -> RecordJson.bytes(
                    json, new MatchPage(items, Envelope.page(query.limit(), cursor), meta(query, revision)));
        };
    }

    private ObjectNode selected(MatchQuery query, Match match) {
        ObjectNode item = json.valueToTree(item(match, query.language()));
        return item.retain(query.fields());
    }

    private static MatchPage.Meta meta(MatchQuery query, long revision) {
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        query.weights().values().forEach((criterion, weight) -> weights.put(criterion.code(), weight));
        Language language = query.language();
        return new MatchPage.Meta(
                revision,
                License.ID,
                language == null ? null : language.code(),
                query.day(),
                query.weights().version(),
                weights);
    }

    private MatchPage.Item item(Match match, Language language) {
        Node node = match.node();
        return new MatchPage.Item(
                node.key().resource(),
                node.id(),
                node.slug(),
                NodeJson.of(node, language).name(),
                link(node.key()),
                match.score(),
                match.atMost(),
                match.isKnown(),
                known(match).orElse(null),
                reasons(match, Outcome.MET, language),
                reasons(match, Outcome.UNMET, language),
                reasons(match, Outcome.UNKNOWN, language));
    }

    private static Optional<MatchPage.Known> known(Match match) {
        return match.knownBy()
                .map(link -> new MatchPage.Known(link.kind().code(), link.detail(), proof(link.evidence())));
    }

    private List<MatchPage.Reason> reasons(Match match, Outcome outcome, Language language) {
        return match.verdicts(outcome).stream()
                .map(verdict -> reason(verdict, language))
                .toList();
    }

    private MatchPage.Reason reason(Match.Verdict verdict, Language language) {
        Compared compared = verdict.compared();
        BigDecimal closeness = compared.outcome() == Outcome.UNKNOWN
                ? null
                : BigDecimal.valueOf(compared.closeness()).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return new MatchPage.Reason(
                verdict.criterion().code(),
                sentences.label(verdict.criterion(), language),
                verdict.weight(),
                closeness,
                codes(compared.ours()),
                codes(compared.theirs()),
                compared.count(),
                Stream.concat(compared.ours().stream(), compared.theirs().stream())
                        .map(Value::evidence)
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(MatchJson::proof)
                        .toList(),
                sentences.sentence(verdict.criterion(), compared, language));
    }

    private static List<String> codes(List<Value> values) {
        return values.stream().map(Value::code).distinct().toList();
    }

    private static MatchPage.Proof proof(Evidence evidence) {
        return new MatchPage.Proof(
                evidence.record().resource(),
                evidence.record().id(),
                evidence.slug(),
                evidence.pointer(),
                link(evidence.record()));
    }

    private static String link(RecordKey key) {
        return "/v1/" + key;
    }
}
