package org.startupatlas.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.startupatlas.http.ProblemKind;
import org.startupatlas.http.RecordWriting;
import org.startupatlas.http.RequestBody;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Field;

/** The operations that write records. */
final class WritePaths {

    /** What the registry says of a record itself; it may come back unchanged. */
    private static final Set<String> GIVEN = Set.of("id", "slug", "version", "created_at", "updated_at");

    private static final List<ProblemKind> OF_CREATING = with(Responses.OF_BODIES, ProblemKind.CONFLICT);

    private static final List<ProblemKind> OF_CHANGING =
            with(OF_CREATING, ProblemKind.GONE, ProblemKind.PRECONDITION_FAILED, ProblemKind.PRECONDITION_REQUIRED);

    private final Paths paths;
    private final Components components;
    private final Parameters parameters;
    private final Responses responses;

    WritePaths(Paths paths, Components components, Parameters parameters, Responses responses) {
        this.paths = paths;
        this.components = components;
        this.parameters = parameters;
        this.responses = responses;
    }

    private static List<ProblemKind> with(List<ProblemKind> kinds, ProblemKind... more) {
        List<ProblemKind> all = new ArrayList<>(kinds);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    /** Adds what all resources share. */
    void addShared() {
        components.addSchema(
                "MergeRequest",
                RecordSchemas.object("Which record to merge into this one.")
                        .addProperty(
                                "from",
                                ValueSchemas.string(200)
                                        .description("The other record, by id or slug; it will be gone."))
                        .required(List.of("from")));
        components.addSchema(
                "DryRun",
                RecordSchemas.object("What would be written: nothing was.")
                        .addProperty("data", RecordSchemas.list(RecordSchemas.object("A change that would be logged.")))
                        .addProperty("meta", RecordSchemas.object("That this is a dry run."))
                        .required(List.of("data", "meta")));
    }

    /** Adds the operations of a resource, beside those that read. */
    void add(Declaration declaration) {
        String name = Names.schema(declaration);
        components.addSchema(name + "Input", input(declaration));
        String path = "/v1/" + declaration.resource();
        String one = declaration.singular();
        paths.getPathItem(path)
                .POST(operation(declaration, "create" + name, "Create a " + one)
                        .description("Creates a " + one + ". The least that it needs is "
                                + String.join(" and ", required(declaration))
                                + "; all else may be unknown. References may be slugs; they are stored as ids."
                                + who(declaration, "contributor"))
                        .parameters(parameters.references(List.of("dry_run", "Idempotency-Key", "Accept-Language")))
                        .requestBody(
                                body(RequestBody.JSON, name + "Input", example(declaration), "The new " + one + "."))
                        .responses(responses.withKey(
                                "201",
                                record(declaration, "It is created."),
                                List.of("Location", "ETag"),
                                OF_CREATING)));
        paths.getPathItem(path + "/{id}")
                .PUT(change(declaration, "replace" + name, "Replace a " + one)
                        .description("Gives a " + one + " other values, all of them: what is left out becomes unknown."
                                + " It creates nothing." + who(declaration, "contributor"))
                        .requestBody(body(RequestBody.JSON, name + "Input", example(declaration), "All of its values."))
                        .responses(responses.withKey(
                                "200", record(declaration, "As it is now."), List.of("ETag"), OF_CHANGING)))
                .PATCH(change(declaration, "patch" + name, "Change a " + one)
                        .description(
                                "Gives a " + one + " some other values, by a JSON Merge Patch (RFC 7396): null makes a"
                                        + " value unknown, lists are replaced whole." + who(declaration, "contributor"))
                        .requestBody(body(
                                RecordWriting.MERGE_PATCH,
                                name + "Patch",
                                Examples.of("notes", "Seen at GITEX"),
                                "The values that change."))
                        .responses(responses.withKey(
                                "200", record(declaration, "As it is now."), List.of("ETag"), OF_CHANGING)))
                .DELETE(change(declaration, "delete" + name, "Delete a " + one)
                        .description(
                                "Deletes a " + one + " that no other record names. Its id and slug answer 410 for ever;"
                                        + " its history remains." + who(declaration, "contributor"))
                        .responses(responses.withKey(
                                "204",
                                OASFactory.createAPIResponse().description("It is gone."),
                                List.of(),
                                OF_CHANGING)));
        components.addSchema(
                name + "Patch",
                input(declaration).description("Values that change.").required(List.of()));
        paths.addPathItem(
                path + "/{id}/merge",
                OASFactory.createPathItem()
                        .POST(change(
                                        declaration,
                                        "merge" + name,
                                        "Merge two " + declaration.resource().replace('_', ' '))
                                .description(
                                        "Makes one of two: the values of this " + one + " stay, its gaps are filled,"
                                                + " lists, names and provenance are joined, references move, and the other's id"
                                                + " and slug answer 308 for ever." + who(declaration, "curator"))
                                .requestBody(body(
                                        RequestBody.JSON,
                                        "MergeRequest",
                                        Examples.of("from", "weego-2"),
                                        "The other one."))
                                .responses(responses.withKey(
                                        "200", record(declaration, "As it is now."), List.of("ETag"), OF_CHANGING))));
    }

    private static String who(Declaration declaration, String role) {
        boolean owned = declaration.owner().isPresent() && role.equals("contributor");
        return owned
                ? " It takes a key of the role curator, or of the contributor whose organisation it belongs to."
                : " It takes a key of the role curator.";
    }

    private Operation change(Declaration declaration, String id, String summary) {
        List<Parameter> all = new ArrayList<>(parameters.references(List.of("id", "If-Match", "dry_run")));
        if (id.startsWith("merge")) {
            all.addAll(parameters.references(List.of("Idempotency-Key")));
        }
        all.addAll(parameters.references(List.of("Accept-Language")));
        return operation(declaration, id, summary).parameters(all);
    }

    private static Operation operation(Declaration declaration, String id, String summary) {
        return OASFactory.createOperation()
                .operationId(id)
                .addTag(Names.sentence(declaration.resource()))
                .summary(summary)
                .security(SecuritySchemes.required());
    }

    private static org.eclipse.microprofile.openapi.models.parameters.RequestBody body(
            String mediaType, String schema, Object example, String description) {
        return OASFactory.createRequestBody()
                .required(true)
                .description(description)
                .content(content(mediaType, schema, example));
    }

    private static APIResponse record(Declaration declaration, String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(content(RequestBody.JSON, Names.schema(declaration), Examples.record(declaration)));
    }

    private static Content content(String mediaType, String schema, Object example) {
        return OASFactory.createContent()
                .addMediaType(
                        mediaType,
                        OASFactory.createMediaType()
                                .schema(RecordSchemas.reference(schema))
                                .example(example));
    }

    /** A record as it is sent: what is required is less, and nothing else is allowed. */
    private Schema input(Declaration declaration) {
        Schema record = components.getSchemas().get(Names.schema(declaration));
        Schema input = RecordSchemas.object("A " + declaration.singular() + ", as it is sent.");
        for (Field field : declaration.fields()) {
            Schema property = record.getProperties().get(field.name());
            input.addProperty(field.name(), property);
        }
        return input.required(required(declaration))
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    }

    private static List<String> required(Declaration declaration) {
        return declaration.fields().stream()
                .filter(field -> field.isAlways() && field.shape() == Field.Shape.VALUE)
                .map(Field::name)
                .filter(name -> !GIVEN.contains(name))
                .toList();
    }

    private static Map<String, Object> example(Declaration declaration) {
        Map<String, Object> example = new LinkedHashMap<>(Examples.record(declaration));
        GIVEN.forEach(example::remove);
        return example;
    }
}
