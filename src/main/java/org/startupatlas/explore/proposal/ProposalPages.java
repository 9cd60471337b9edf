package org.startupatlas.explore.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.PageResponses.Content;
import org.startupatlas.explore.page.SourceTexts;
import org.startupatlas.explore.page.ValueTexts;
import org.startupatlas.explore.proposal.ProposalView.AnswerForm;
import org.startupatlas.explore.proposal.ProposalView.Change;
import org.startupatlas.explore.proposal.ProposalView.Decision;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.Event;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.format.Projection;
import org.startupatlas.proposals.SentProposals;
import org.startupatlas.proposals.store.Proposal;
import org.startupatlas.proposals.store.ProposalMessage;
import org.startupatlas.proposals.store.ProposalState;
import org.startupatlas.query.lookup.FormerSlugRepository;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/** Makes the page on which its sender follows a suggestion, and sends what was answered there. */
@Singleton
public final class ProposalPages {

    private static final String PAGE = "proposals";

    private static final Set<String> DECISIONS = Set.of(ProposalMessage.ACCEPT, ProposalMessage.DECLINE);

    private final SchemaRegistry registry;
    private final Vocabularies vocabularies;
    private final RecordLookup records;
    private final FormerSlugRepository formerSlugs;
    private final SentProposals proposals;
    private final ObjectMapper json;

    ProposalPages(
            SchemaRegistry registry,
            Vocabularies vocabularies,
            RecordLookup records,
            FormerSlugRepository formerSlugs,
            SentProposals proposals,
            ObjectMapper json) {
        this.registry = registry;
        this.vocabularies = vocabularies;
        this.records = records;
        this.formerSlugs = formerSlugs;
        this.proposals = proposals;
        this.json = json;
    }

    /** Returns the path of the page in the language of a request. */
    static String path(String id, PageRequest request) {
        return request.path(PAGE, id);
    }

    /** Reads the page; throws {@code RejectedException} if there is no such proposal, or none is taken. */
    public Content<ProposalView> page(String id, PageRequest request) {
        RequestParameters.rejectAll(request.http());
        return new Page(proposals.find(id), request).content("", List.of());
    }

    /** Sends an answer; throws {@code RejectedException} as {@link #page}. */
    public FormResult<ProposalView> answer(String id, String text, PageRequest request) {
        RequestParameters.rejectAll(request.http());
        try {
            proposals.answer(id, text);
            return FormResult.accepted(path(id, request));
        } catch (RejectedException rejected) {
            boolean isConflict = rejected.kind() == ProblemKind.CONFLICT;
            if (!isConflict && rejected.kind() != ProblemKind.INVALID_RECORD) {
                throw rejected;
            }
            List<Anchor> errors = new FormErrors(request, projection(request)).ofAnswer(rejected.violations());
            return FormResult.refused(
                    isConflict ? 409 : 422,
                    new Page(proposals.find(id), request).content(text == null ? "" : text, errors));
        }
    }

    private Projection projection(PageRequest request) {
        return new Projection(registry, vocabularies, request.language());
    }

    /** The page of one proposal. */
    private final class Page {
        private final Proposal proposal;
        private final PageRequest request;
        private final Texts texts;
        private final ResourceSchema schema;

        Page(Proposal proposal, PageRequest request) {
            this.proposal = proposal;
            this.request = request;
            this.texts = request.texts();
            this.schema = registry.get(proposal.resource());
        }

        Content<ProposalView> content(String answer, List<Anchor> errors) {
            Anchor record = record();
            String path = path(proposal.id(), request);
            String state = texts.get("proposal.state." + proposal.state().code());
            ProposalView view = new ProposalView(
                    record,
                    request.origin() + path,
                    changes(),
                    new Anchor(proposal.sourceUrl(), SourceTexts.webAddress(proposal.sourceUrl())),
                    proposal.note(),
                    state,
                    day(proposal.createdAt()),
                    decision(),
                    messages(),
                    proposal.state() == ProposalState.ASKED ? new AnswerForm(path, answer) : null,
                    errors);
            return new Content<>(
                    texts.get("proposal.title", record.text()),
                    state,
                    request.path(schema.resource()),
                    "/v1/" + PAGE + "/" + proposal.id(),
                    view,
                    false);
        }

        /** Returns the record as it is now: it may have been renamed, merged into another or deleted. */
        private Anchor record() {
            if (proposal.recordId() == null) {
                return new Anchor(parse(proposal.changes()).path("name").asText(texts.get("proposal.new")), null);
            }
            return current(proposal.recordId())
                    .map(record -> new ValueTexts(request, schema).record(schema.resource(), record))
                    // Not every resource has names.
                    .map(link -> link.text() == null ? new Anchor(proposal.recordId(), null) : link)
                    .orElseGet(() -> new Anchor(texts.get("proposal.gone"), null));
        }

        private Optional<JsonNode> current(String id) {
            return records.find(schema, id)
                    .or(() -> formerSlugs
                            .find(schema, id)
                            .flatMap(FormerSlugRepository.Former::current)
                            .flatMap(survivor -> records.find(schema, survivor.slug())))
                    .map(stored -> RecordJson.read(json, stored.json()));
        }

        /** Returns the values that were sent; those that follow from them are not shown. */
        private List<Change> changes() {
            ProposedValues values = new ProposedValues(request, schema, projection(request));
            JsonNode sent = parse(proposal.changes());
            List<Change> changes = new ArrayList<>();
            for (JsonNode each : parse(proposal.changed())) {
                String path = each.get("path").textValue();
                if (sent.has(path.split("\\.", 2)[0])) {
                    JsonNode to = each.get("to");
                    changes.add(new Change(
                            texts.field(schema.resource(), path),
                            values.of(path, to),
                            // Only a redaction leaves both sides equal.
                            to.equals(each.get("from"))));
                }
            }
            return changes;
        }

        private Decision decision() {
            return proposal.state().isFinal()
                    ? new Decision(
                            day(proposal.decidedAt()),
                            said().stream()
                                    .filter(message -> DECISIONS.contains(kind(message)))
                                    .map(message -> message.get("text").textValue())
                                    .findFirst()
                                    .orElse(null))
                    : null;
        }

        private List<Event> messages() {
            return said().stream()
                    .filter(message -> !DECISIONS.contains(kind(message)))
                    .map(message -> new Event(
                            day(Instant.parse(message.get("at").textValue())),
                            texts.get("proposal.message." + kind(message)),
                            null,
                            message.get("text").textValue()))
                    .toList();
        }

        private List<JsonNode> said() {
            return StreamSupport.stream(parse(proposal.messages()).spliterator(), false)
                    .toList();
        }

        private static String kind(JsonNode message) {
            return message.get("kind").textValue();
        }

        private String day(Instant time) {
            return texts.day(time.atOffset(ZoneOffset.UTC).toLocalDate());
        }

        private JsonNode parse(String text) {
            return RecordJson.parse(json, text);
        }
    }
}
