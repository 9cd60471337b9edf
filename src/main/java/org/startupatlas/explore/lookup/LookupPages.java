package org.startupatlas.explore.lookup;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.explore.lookup.LookupView.Row;
import org.startupatlas.explore.lookup.LookupView.Summary;
import org.startupatlas.explore.lookup.NameLookup.Answer;
import org.startupatlas.explore.lookup.NameLookup.Found;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.PageResponses.Content;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.Option;
import org.startupatlas.http.Limits;
import org.startupatlas.http.ReconcilePaths;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.reconcile.entity.EntityAddress;
import org.startupatlas.reconcile.entity.EntityTypes;
import org.startupatlas.schema.ResourceSchema;

/** Makes the page that looks up a list of names. */
@Singleton
public final class LookupPages {

    /** The path below the language. */
    private static final String PAGE = "reconcile";

    private static final String NAMES_INPUT = "#names";

    private final EntityTypes types;
    private final PastedList lists;
    private final NameLookup lookup;

    LookupPages(EntityTypes types, PastedList lists, NameLookup lookup) {
        this.types = types;
        this.lists = lists;
        this.lookup = lookup;
    }

    /**
     * The answer to a form.
     *
     * @param status the status of the page
     * @param content the page; null for a file
     * @param file the bytes of the file; null for a page
     */
    public record Result(int status, Content<LookupView> content, byte[] file) {}

    /**
     * Returns the form.
     *
     * @throws RejectedException if there is a parameter
     */
    public Content<LookupView> form(PageRequest request) {
        RequestParameters.rejectAll(request.http());
        return content(LookupForm.EMPTY, List.of(), null, List.of(), request);
    }

    /**
     * Answers a form. A list that is empty or too long has the form again, with what was pasted.
     *
     * @throws RejectedException if there is a parameter
     */
    public Result answer(LookupForm form, PageRequest request) {
        RequestParameters.rejectAll(request.http());
        List<ResourceSchema> asked = asked(form);
        PastedList.Lines list = lists.read(form.names(), asked.get(0));
        Optional<String> error = error(list, request.texts());
        if (error.isPresent()) {
            List<Anchor> errors = List.of(new Anchor(error.get(), NAMES_INPUT));
            return new Result(422, content(form, errors, null, List.of(), request), null);
        }
        List<Answer> answers = lookup.find(list.lines(), asked, request.language());
        if (form.file().isPresent()) {
            return new Result(
                    200,
                    null,
                    new LookupTable(answers, request).file(form.file().get()));
        }
        return new Result(200, content(form, List.of(), summary(list, answers, request), answers, request), null);
    }

    private List<ResourceSchema> asked(LookupForm form) {
        Stream<String> resources =
                form.type().equals(LookupForm.ANY) ? LookupForm.TYPES.stream() : Stream.of(form.type());
        return resources.map(resource -> types.find(resource).orElseThrow()).toList();
    }

    private static Optional<String> error(PastedList.Lines list, Texts texts) {
        int size = list.lines().size();
        if (size == 0) {
            return Optional.of(texts.get("lookup.error.empty"));
        }
        return size > Limits.MAX_PASTED_NAMES
                ? Optional.of(texts.get("lookup.error.many", size, Limits.MAX_PASTED_NAMES))
                : Optional.empty();
    }

    private static Summary summary(PastedList.Lines list, List<Answer> answers, PageRequest request) {
        int size = answers.size();
        long certain = answers.stream().filter(Answer::isCertain).count();
        long none =
                answers.stream().filter(answer -> answer.candidates().isEmpty()).count();
        Texts texts = request.texts();
        return new Summary(
                texts.get("lookup.counts", size, certain, size - certain - none, none),
                list.hasHeadings() ? texts.get("lookup.headings") : null);
    }

    private Content<LookupView> content(
            LookupForm form, List<Anchor> errors, Summary summary, List<Answer> answers, PageRequest request) {
        Texts texts = request.texts();
        LookupView view = new LookupView(
                request.path(PAGE),
                request.origin() + ReconcilePaths.ROOT,
                LookupForm.choices().stream()
                        .map(type -> new Option(
                                type,
                                type.equals(LookupForm.ANY)
                                        ? texts.get("lookup.type.any")
                                        : EntityTypes.named(types.find(type).orElseThrow(), request.language())
                                                .name(),
                                type.equals(form.type())))
                        .toList(),
                form.names(),
                errors,
                texts.get("lookup.names.hint", Limits.MAX_PASTED_NAMES, QueryLimits.MAX_SEARCH_LENGTH),
                summary,
                answers.stream().map(answer -> row(answer, request)).toList(),
                answers.isEmpty() ? null : new LookupTable(answers, request).text());
        return new Content<>(texts.get("lookup.title"), texts.get("lookup.lead"), request.path(PAGE), null, view);
    }

    private static Row row(Answer answer, PageRequest request) {
        List<LookupView.Found> found =
                answer.candidates().stream().map(each -> found(each, request)).toList();
        return new Row(
                answer.name(),
                LookupTable.state(answer, request.texts()),
                answer.isCertain(),
                found.isEmpty() ? null : found.get(0),
                found.stream().skip(1).toList());
    }

    private static LookupView.Found found(Found found, PageRequest request) {
        String kind = found.candidate().type().get(0).name();
        return new LookupView.Found(
                new Anchor(found.entity().name(), EntityAddress.page(found.entity(), request.language())),
                Stream.of(kind, found.candidate().description())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" · ")),
                request.texts().number(found.candidate().score()),
                found.entity().id(),
                found.entity().slug());
    }
}
