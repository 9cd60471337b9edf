package org.startupatlas.explore.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.startupatlas.explore.page.PageReader;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.PageResponses.Content;
import org.startupatlas.explore.page.ValueTexts;
import org.startupatlas.explore.proposal.CorrectionView.Option;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.format.Projection;
import org.startupatlas.http.record.CurrentRecords;
import org.startupatlas.proposals.ProposalIntake;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/** Makes the form that suggests a correction, and sends what was written into it as a proposal. */
@Singleton
public final class CorrectionPages {

    private static final String FIELD = "field";

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

    /**
     * Returns the empty form, in which the parameter {@code field} may select a field; throws {@code RejectedException} if
     * there is no such record, or no such field among those that can be corrected, and the redirect for a former slug.
     */
    public Content<CorrectionView> form(ResourceSchema schema, String idOrSlug, PageRequest request) {
        ParameterSet parameters = RequestParameters.only(request.http(), List.of(FIELD));
        Form page = new Form(schema, idOrSlug, request);
        Optional<String> field = parameters.choice(FIELD, page.fields.names());
        parameters.rejectIfInvalid();
        return page.content(new CorrectionForm(field.orElse(""), "", "", ""), List.of());
    }

    /** Sends a form; throws {@code RejectedException} if there is no such record. */
    public FormResult<CorrectionView> send(
            ResourceSchema schema, String idOrSlug, CorrectionForm form, PageRequest request) {
        RequestParameters.rejectAll(request.http());
        Form page = new Form(schema, idOrSlug, request);
        Optional<JsonNode> value = page.value(form);
        try {
            String id = intake.submit(request.http(), page.proposal(form, value));
            return FormResult.accepted(ProposalPages.path(id, request));
        } catch (RejectedException rejected) {
            boolean isTooMany = rejected.kind() == ProblemKind.TOO_MANY_REQUESTS;
            if (!isTooMany && rejected.kind() != ProblemKind.INVALID_RECORD) {
                throw rejected;
            }
            if (isTooMany) {
                request.http().response().putHeader("Retry-After", String.valueOf(rejected.secondsToWait()));
            }
            List<Anchor> errors = new FormErrors(request, page.projection)
                    .ofCorrection(rejected.violations(), schema, page.fields.find(form.field()), value.isEmpty());
            return FormResult.refused(isTooMany ? 429 : 422, page.content(form, errors));
        }
    }

    /** The form for one record. */
    private final class Form {
        private final ResourceSchema schema;
        private final PageRequest request;
        private final Texts texts;
        private final ObjectNode record;
        private final CorrectableFields fields;
        private final Projection projection;

        Form(ResourceSchema schema, String idOrSlug, PageRequest request) {
            this.schema = schema;
            this.request = request;
            this.texts = request.texts();
            this.record = reader.record(schema, current(idOrSlug), request.language(), "");
            this.fields = CorrectableFields.of(schema);
            this.projection = new Projection(registry, vocabularies, request.language());
        }

        /** Returns the record; a former slug redirects to the form of the current one, with what was sent. */
        private StoredRecord current(String idOrSlug) {
            return records.find(schema, idOrSlug, slug -> request.url()
                    .at(request.path(schema.resource(), slug, "correct"))
                    .toString());
        }

        Content<CorrectionView> content(CorrectionForm form, List<Anchor> errors) {
            String name = record.get("name").textValue();
            String slug = record.get("slug").textValue();
            List<Option> options = fields.fields().stream().map(this::option).toList();
            CorrectionView view = new CorrectionView(
                    new Anchor(name, request.path(schema.resource(), slug)),
                    request.path(schema.resource(), slug, "correct"),
                    intake.isOpen(),
                    options,
                    options.stream()
                            .filter(option -> option.name().equals(form.field()))
                            .findFirst()
                            .orElse(null),
                    form.value(),
                    form.sourceUrl(),
                    form.note(),
                    errors);
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
            return new Option(
                    field.name(),
                    texts.field(schema.resource(), field.name()),
                    current,
                    new FieldHints(vocabularies, projection, texts).of(field));
        }

        /** Returns the JSON of the value; empty if none was written, or the field cannot be corrected. */
        Optional<JsonNode> value(CorrectionForm form) {
            CorrectionValues values = new CorrectionValues(vocabularies, projection, texts);
            return fields.find(form.field()).flatMap(field -> values.read(field, form.value()));
        }

        ObjectNode proposal(CorrectionForm form, Optional<JsonNode> value) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("resource", schema.resource());
            body.put("record", record.get("id").textValue());
            ObjectNode changes = body.putObject("changes");
            value.ifPresent(each -> changes.set(form.field(), each));
            body.put("source_url", form.sourceUrl());
            if (!form.note().isEmpty()) {
                body.put("note", form.note());
            }
            return body;
        }
    }
}
