package org.startupatlas.explore.proposal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.startupatlas.explore.page.PageReader;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.PageResponses.Content;
import org.startupatlas.explore.page.ValueTexts;
import org.startupatlas.explore.problem.ProblemViews;
import org.startupatlas.explore.proposal.CorrectionView.Option;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.format.Projection;
import org.startupatlas.http.record.CurrentRecords;
import org.startupatlas.proposals.ProposalIntake;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.schema.type.ValueTypes;

/** Makes the form that suggests a correction, and sends what was written into it as a proposal. */
@Singleton
public final class CorrectionPages {

    private static final String CHANGES = "/changes/";

    /** The inputs of the form, by the beginning of the pointer into the proposal. */
    private static final List<String> INPUTS = List.of("source_url", "note");

    private final SchemaRegistry registry;
    private final PageReader reader;
    private final CurrentRecords records;
    private final Vocabularies vocabularies;
    private final ProposalIntake intake;

    CorrectionPages(
            SchemaRegistry registry,
            PageReader reader,
            CurrentRecords records,
            Vocabularies vocabularies,
            ProposalIntake intake) {
        this.registry = registry;
        this.reader = reader;
        this.records = records;
        this.vocabularies = vocabularies;
        this.intake = intake;
    }

    /** Returns the empty form; throws {@code RejectedException} if there is no such record. */
    public Content<CorrectionView> form(ResourceSchema schema, String idOrSlug, PageRequest request) {
        RequestParameters.rejectAll(request.http());
        return new Form(schema, idOrSlug, request).content(CorrectionForm.EMPTY, List.of(), null);
    }

    /**
     * The answer to a form that was sent.
     *
     * @param content the form with its errors, or the address of the proposal
     */
    public record Sent(int status, Content<CorrectionView> content) {}

    /** Sends a form; throws {@code RejectedException} if there is no such record, or the client has sent too many. */
    public Sent send(ResourceSchema schema, String idOrSlug, CorrectionForm form, PageRequest request) {
        RequestParameters.rejectAll(request.http());
        Form page = new Form(schema, idOrSlug, request);
        try {
            String path = intake.submit(request.http(), page.proposal(form));
            return new Sent(201, page.content(form, List.of(), request.origin() + path));
        } catch (RejectedException rejected) {
            if (rejected.kind() != ProblemKind.INVALID_RECORD) {
                throw rejected;
            }
            return new Sent(422, page.content(form, page.errors(rejected.violations()), null));
        }
    }

    /** The form for one record. */
    private final class Form {
        private final ResourceSchema schema;
        private final PageRequest request;
        private final Texts texts;
        private final ObjectNode record;

        Form(ResourceSchema schema, String idOrSlug, PageRequest request) {
            this.schema = schema;
            this.request = request;
            this.texts = request.texts();
            this.record = reader.record(schema, records.get(schema, idOrSlug), request.language(), "");
        }

        Content<CorrectionView> content(CorrectionForm form, List<Anchor> errors, String follow) {
            String name = record.get("name").textValue();
            String slug = record.get("slug").textValue();
            CorrectionView view = new CorrectionView(
                    new Anchor(name, request.path(schema.resource(), slug)),
                    request.path(schema.resource(), slug, "correct"),
                    intake.isOpen(),
                    correctable().stream().map(this::option).toList(),
                    form.field(),
                    form.value(),
                    form.sourceUrl(),
                    form.note(),
                    errors,
                    follow);
            return new Content<>(
                    texts.get("correction.title", name),
                    texts.get("correction.lead"),
                    request.path(schema.resource()),
                    null,
                    view,
                    false);
        }

        private Option option(Field field) {
            String current = new ValueTexts(request, schema)
                    .texts(record, field.name()).stream().map(Anchor::text).collect(Collectors.joining(", "));
            return new Option(field.name(), texts.field(schema.resource(), field.name()), current, hint(field));
        }

        private String hint(Field field) {
            if (field.vocabulary() != null) {
                return texts.get(field.isList() ? "correction.hint.codes" : "correction.hint.code");
            }
            return field.type() == ValueTypes.PARTIAL_DATE ? texts.get("correction.hint.date") : "";
        }

        /** Returns the fields with one value or a list of codes; the others are corrected with the API. */
        private List<Field> correctable() {
            return schema.fields().stream()
                    .filter(field -> !schema.serverFields().contains(field.name()))
                    .filter(field -> field.isTranslated() || !field.isComposed() && !ValueTexts.isReference(field))
                    .filter(field -> !List.of("id", "slug", "founded_year").contains(field.name()))
                    .toList();
        }

        ObjectNode proposal(CorrectionForm form) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("resource", schema.resource());
            body.put("record", record.get("id").textValue());
            ObjectNode changes = body.putObject("changes");
            correctable().stream()
                    .filter(field -> field.name().equals(form.field()))
                    .findFirst()
                    .ifPresent(field -> changes.set(
                            field.name(),
                            new CorrectionValues(
                                            vocabularies,
                                            new Projection(registry, vocabularies, request.language()),
                                            texts)
                                    .read(field, form.value())));
            body.put("source_url", form.sourceUrl());
            if (!form.note().isEmpty()) {
                body.put("note", form.note());
            }
            return body;
        }

        /** Returns the errors with the input that each is about. */
        List<Anchor> errors(List<Violation> violations) {
            List<Anchor> errors = new ArrayList<>();
            for (Violation violation : violations) {
                String place = violation.place().text();
                String input = INPUTS.stream()
                        .filter(name -> place.equals("/" + name))
                        .findFirst()
                        .orElse(place.startsWith(CHANGES) ? "value" : "field");
                errors.add(new Anchor(ProblemViews.message(violation, request), "#" + input));
            }
            return errors;
        }
    }
}
