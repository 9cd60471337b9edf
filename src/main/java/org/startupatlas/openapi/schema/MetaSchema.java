package org.startupatlas.openapi.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.startupatlas.auth.Role;
import org.startupatlas.schema.Language;

/** The schema of {@code /v1/meta}. */
public final class MetaSchema {

    private MetaSchema() {}

    public static Schema of() {
        return RecordSchemas.object("What can be asked, what is in it, on what terms.")
                .addProperty("revision", ValueSchemas.count())
                .addProperty("license", words("The licence of our own compilation."))
                .addProperty("sources", RecordSchemas.list(words("A source and its licence.")))
                .addProperty(
                        "objections",
                        RecordSchemas.object("Where to object.")
                                .addProperty("contact", RecordSchemas.nullable(ValueSchemas.string(2_048), false))
                                .addProperty("how", ValueSchemas.string(2_048)))
                .addProperty("limits", RecordSchemas.object("The limits on requests."))
                .addProperty("languages", RecordSchemas.list(ValueSchemas.string(2)))
                .addProperty("lang", ValueSchemas.oneOf(Language.CODES))
                .addProperty(
                        "currencies", RecordSchemas.list(ValueSchemas.string(3).pattern("^[A-Z]{3}$")))
                .addProperty(
                        "resources",
                        RecordSchemas.object("The resources by name.").additionalPropertiesSchema(resource()))
                .required(List.of(
                        "revision",
                        "license",
                        "sources",
                        "objections",
                        "limits",
                        "languages",
                        "currencies",
                        "resources"));
    }

    public static Map<String, Object> example() {
        return Examples.of(
                "revision",
                613,
                "license",
                Examples.of("id", "CC-BY-4.0"),
                "sources",
                List.of(Examples.of("name", "Regions of Morocco: ISO 3166-2:MA", "license", "facts")),
                "objections",
                Examples.of("contact", null, "how", "Write to the operator of this instance."),
                "limits",
                Examples.of("limit_greatest", 200),
                "languages",
                List.of("en", "fr", "ar"),
                "currencies",
                List.of("EUR", "MAD", "USD"),
                "resources",
                Examples.of());
    }

    private static Schema words(String description) {
        return RecordSchemas.object(description).additionalPropertiesSchema(ValueSchemas.string(2_048));
    }

    private static Schema writing(Schema strings) {
        Schema writing = RecordSchemas.object("What a key of each role may do: create, change, delete, import, merge,"
                        + " redact. A contributor may with the records whose owner is its partner.")
                .addProperty(
                        "owner",
                        RecordSchemas.nullable(ValueSchemas.string(200), false)
                                .description("The dotted path to the partner that a record belongs to, or null."));
        List<String> roles = Arrays.stream(Role.values()).map(Role::code).toList();
        roles.forEach(role -> writing.addProperty(role, strings));
        return writing.required(
                Stream.concat(Stream.of("owner"), roles.stream()).toList());
    }

    private static Schema resource() {
        Schema strings = RecordSchemas.list(ValueSchemas.string(200));
        Schema filter = RecordSchemas.object("What can be filtered by, and how.")
                .addProperty("name", ValueSchemas.string(200))
                .addProperty("type", ValueSchemas.string(64))
                .addProperty("operators", strings)
                .required(List.of("name", "type", "operators"));
        return RecordSchemas.object("A resource.")
                .addProperty("description", ValueSchemas.string(2_048))
                .addProperty("link", ValueSchemas.string(200))
                .addProperty("formats", strings)
                .addProperty("record_formats", strings)
                .addProperty("fields", RecordSchemas.list(RecordSchemas.reference("MetaField")))
                .addProperty("writing", writing(strings))
                .addProperty("filters", RecordSchemas.list(filter))
                .addProperty("sortable", strings)
                .addProperty("facetable", strings)
                .addProperty(
                        "stats",
                        RecordSchemas.object("What statistics can be asked.")
                                .addProperty("group_by", strings)
                                .addProperty("metrics", strings)
                                .required(List.of("group_by", "metrics")))
                .addProperty("expand", strings)
                .addProperty("relations", RecordSchemas.object("The relations by name."))
                .addProperty("enums", RecordSchemas.object("How many records have each code, by field."))
                .addProperty("labels", RecordSchemas.reference("Labels"))
                .required(List.of(
                        "description",
                        "link",
                        "writing",
                        "formats",
                        "record_formats",
                        "fields",
                        "filters",
                        "sortable",
                        "facetable",
                        "stats",
                        "expand",
                        "enums"));
    }

    /** Returns the schema of a field, which is recursive because its parts are fields too. */
    public static Schema field() {
        return RecordSchemas.object("A field of the records.")
                .addProperty("name", ValueSchemas.string(200))
                .addProperty("type", ValueSchemas.string(64))
                .addProperty("list", ValueSchemas.bool())
                .addProperty("always", ValueSchemas.bool())
                .addProperty("vocabulary", ValueSchemas.string(64).description("Of codes: where they are explained."))
                .addProperty("resource", ValueSchemas.string(64).description("Of references: where they lead."))
                .addProperty("description", ValueSchemas.string(2_048))
                .addProperty("fields", RecordSchemas.list(RecordSchemas.reference("MetaField")))
                .required(List.of("name", "type", "list", "always", "description"));
    }
}
