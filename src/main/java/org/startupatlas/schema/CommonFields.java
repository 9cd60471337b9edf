package org.startupatlas.schema;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Declares the fields that every resource has, before and after its own. */
public final class CommonFields {

    /** Larger than other texts: a source may need a paragraph for what the field holds in one word. */
    private static final int MAX_CLAIM_VALUE_LENGTH = 10_000;

    /**
     * Letters and digits in groups joined by a hyphen or an underscore. Capitals are allowed for the slugs of
     * countries.
     */
    private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9]+([-_][A-Za-z0-9]+)*");

    private static final Set<String> NAMES = Stream.concat(leading(true, null, null).stream(), trailing().stream())
            .map(Field::name)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> MANAGED = Stream.concat(leading(true, null, null).stream(), trailing().stream())
            .filter(Field::isManaged)
            .map(Field::name)
            .collect(Collectors.toUnmodifiableSet());

    /** The vocabulary of the reasons why a field has no value. */
    public static final String ABSENCE_REASONS = "absence_reasons";

    /** The vocabulary of how sure a claim is. */
    public static final String CONFIDENCES = "confidences";

    private CommonFields() {}

    /** Returns whether the name is that of a field that the server sets with each write. */
    public static boolean isManaged(String name) {
        return MANAGED.contains(name);
    }

    /** Returns whether a dotted name is one of the common fields or a part of one. */
    public static boolean contains(String name) {
        return NAMES.contains(name.split("\\.", 2)[0]);
    }

    /** Returns the common fields that follow the id and precede the resource's own fields. */
    public static List<Field> leading(boolean nameRequired, String slugExample, String nameExample) {
        Field name = Fields.name("name", "The name it goes by.", nameExample).sortable();
        return List.of(
                Fields.token("slug", "Its name in URLs, for people.", slugExample)
                        .pattern(SLUG)
                        .nonNull(),
                Fields.integer("version", 1, Integer.MAX_VALUE, "How often it was written.", 1)
                        .nonNull()
                        .managed(),
                nameRequired ? name.nonNull() : name,
                Fields.objects(
                        "other_names",
                        "Former and alternate names, translations and acronyms.",
                        Fields.name("name", "The name.", "Inyad").nonNull(),
                        Fields.token("lang", "Its language, BCP 47.", "fr"),
                        Fields.code("kind", "name_kinds", "What kind of name it is.", "alternate")
                                .nonNull()));
    }

    /** Returns the common fields that follow the resource's own fields. */
    public static List<Field> trailing() {
        return List.of(
                Fields.prose("notes", "What fits in no field.", "212 Founders cohort 1"),
                Fields.objects(
                        "provenance",
                        "What each source says of the record.",
                        Fields.token(
                                "field", "The dotted field the claim is about, or null for the record.", "founded"),
                        Fields.text("value", "The value as published.", "2021")
                                .maxLength(MAX_CLAIM_VALUE_LENGTH)
                                .multiline(),
                        Fields.code("absent", ABSENCE_REASONS, "Why the field has no value.", "not_public"),
                        Fields.bool("used", "Whether the record's field holds this value.", false)
                                .nonNull(),
                        Fields.text("publisher", "Who published it.", "yabiladi.com")
                                .nonNull(),
                        Fields.link(
                                "url", "Where it was published.", "https://www.yabiladi.com/articles/details/136771"),
                        Fields.partialDate("published", "When it was published.", "2025-06"),
                        Fields.partialDate("seen", "When we saw it.", "2025-07"),
                        Fields.code("confidence", CONFIDENCES, "How sure we are.", "reported")
                                .nonNull(),
                        Fields.prose("note", "Anything else worth knowing.", "founding year differs by source")),
                Fields.timestamp("created_at", "When it was first written.", "2026-11-23T06:00:00.000Z")
                        .nonNull()
                        .sortable()
                        .managed(),
                Fields.timestamp("updated_at", "When it was last written.", "2026-11-23T06:00:00.000Z")
                        .nonNull()
                        .sortable()
                        .managed());
    }
}
