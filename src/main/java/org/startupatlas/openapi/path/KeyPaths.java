package org.startupatlas.openapi.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.startupatlas.auth.Role;
import org.startupatlas.http.record.RequestBody;
import org.startupatlas.openapi.schema.Descriptions;
import org.startupatlas.openapi.schema.Examples;
import org.startupatlas.openapi.schema.RecordSchemas;
import org.startupatlas.openapi.schema.ValueSchemas;
import org.startupatlas.query.parameter.ProblemKind;

/** Adds the paths that issue, rotate and revoke API keys. */
final class KeyPaths {

    private static final int MAX_NAME_LENGTH = 200;
    private static final int MAX_ID_LENGTH = 64;

    private static final String EXAMPLE_ID = "k3vq7m2x5abc";
    private static final String EXAMPLE_PARTNER = "01a205b3-d000-7aee-83f6-ab3af913d677";

    private final Paths paths;
    private final Components components;
    private final Parameters parameters;
    private final Responses responses;

    KeyPaths(Paths paths, Components components, Parameters parameters, Responses responses) {
        this.paths = paths;
        this.components = components;
        this.parameters = parameters;
        this.responses = responses;
    }

    void add() {
        components.addSchema("Key", key("A key, without its secret."));
        components.addSchema(
                "KeyWithSecret",
                key("A key, with the secret that is told this once.")
                        .addProperty(
                                "key", ValueSchemas.string(200).description("The secret, to be sent with requests."))
                        .addRequired("key"));
        components.addSchema(
                "KeyList",
                RecordSchemas.object("All keys that were issued.")
                        .addProperty("data", RecordSchemas.list(RecordSchemas.reference("Key")))
                        .required(List.of("data")));
        components.addSchema("NewKey", newKey());
        paths.addPathItem("/v1/keys", all());
        paths.addPathItem("/v1/keys/{id}", one());
        paths.addPathItem("/v1/keys/{id}/rotate", rotation());
    }

    private PathItem all() {
        return OASFactory.createPathItem()
                .GET(operation("listKeys", "List all keys", "All keys that were issued, revoked ones too; no secrets.")
                        .responses(responses.withKey(
                                "200",
                                response("All keys.", "KeyList", Examples.of("data", List.of(keyExample()))),
                                List.of(),
                                List.of())))
                .POST(operation(
                                "issueKey",
                                "Issue a key",
                                "Issues a key. Its secret is told in this answer and never again: only its hash is kept."
                                        + " Idempotency-Key is refused here (400), because the answer could not be given"
                                        + " twice.")
                        .requestBody(OASFactory.createRequestBody()
                                .required(true)
                                .description("What the key is to be.")
                                .content(json("NewKey", newKeyExample())))
                        .responses(responses.withKey(
                                "201",
                                response("The key, with its secret.", "KeyWithSecret", secretExample()),
                                List.of("Location"),
                                ProblemResponses.OF_BODIES)));
    }

    private PathItem one() {
        return OASFactory.createPathItem()
                .GET(operationOnOne("getKey", "Read one key", "One key, without its secret.")
                        .responses(responses.withKey(
                                "200", response("One key.", "Key", keyExample()), List.of(), List.of())))
                .DELETE(operationOnOne(
                                "revokeKey",
                                "Revoke a key",
                                "From now on the key opens nothing, on any node. It stays in the list, because the log"
                                        + " names it. Revoking it again changes nothing.")
                        .responses(responses.withKey(
                                "204",
                                OASFactory.createAPIResponse().description("The key is revoked."),
                                List.of(),
                                List.of())));
    }

    private PathItem rotation() {
        List<ProblemKind> problems = ProblemResponses.OF_CHANGES;
        return OASFactory.createPathItem()
                .POST(operationOnOne(
                                "rotateKey",
                                "Rotate a key",
                                "Gives the key another secret, told in this answer and never again. The old one opens"
                                        + " nothing from now on. Idempotency-Key is refused here (400).")
                        .responses(responses.withKey(
                                "200",
                                response("The key, with its new secret.", "KeyWithSecret", secretExample()),
                                List.of(),
                                problems)));
    }

    private Operation operationOnOne(String id, String summary, String description) {
        List<Parameter> all = new ArrayList<>();
        all.add(Parameters.path("id", "The key's public id.", EXAMPLE_ID));
        Operation operation = operation(id, summary, description);
        all.addAll(operation.getParameters());
        return operation.parameters(all);
    }

    private Operation operation(String id, String summary, String description) {
        return OASFactory.createOperation()
                .operationId(id)
                .addTag(Descriptions.KEYS)
                .summary(summary)
                .description(description + " It takes a key of the role admin.")
                .parameters(parameters.references(List.of()))
                .security(SecuritySchemes.required());
    }

    private static APIResponse response(String description, String schema, Object example) {
        return OASFactory.createAPIResponse().description(description).content(json(schema, example));
    }

    private static Content json(String schema, Object example) {
        return OASFactory.createContent()
                .addMediaType(
                        RequestBody.JSON,
                        OASFactory.createMediaType()
                                .schema(RecordSchemas.reference(schema))
                                .addExample("example", Examples.value(example)));
    }

    private static Schema key(String description) {
        return RecordSchemas.object(description)
                .addProperty(
                        "id", ValueSchemas.string(MAX_ID_LENGTH).description("The public id, which the log names."))
                .addProperty("name", ValueSchemas.string(MAX_NAME_LENGTH).description("What its holder is called."))
                .addProperty("role", role())
                .addProperty(
                        "partner",
                        RecordSchemas.nullable(ValueSchemas.string(36).format("uuid"), false)
                                .description("The partner that a contributor writes for."))
                .addProperty("created_at", time("When it was issued."))
                .addProperty(
                        "created_by",
                        ValueSchemas.string(MAX_ID_LENGTH).description("The public id of the key that issued it."))
                .addProperty(
                        "rotated_at",
                        RecordSchemas.nullable(
                                time("When it got its present secret; null if that is its first."), false))
                .addProperty(
                        "revoked_at",
                        RecordSchemas.nullable(time("Since when it opens nothing; null if it does."), false))
                .required(List.of(
                        "id", "name", "role", "partner", "created_at", "created_by", "rotated_at", "revoked_at"));
    }

    private static Schema newKey() {
        return RecordSchemas.object("A key to be issued.")
                .addProperty(
                        "name",
                        ValueSchemas.string(MAX_NAME_LENGTH).minLength(1).description("What its holder is called."))
                .addProperty("role", role())
                .addProperty(
                        "partner",
                        RecordSchemas.nullable(ValueSchemas.string(MAX_NAME_LENGTH), false)
                                .description("The partner that a contributor writes for, by id or slug; the other roles"
                                        + " have none."))
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false))
                .required(List.of("name", "role"));
    }

    private static Schema role() {
        return ValueSchemas.oneOf(
                        List.of(Role.values()).stream().map(Role::code).toList())
                .description("What it may do; each role may do what those before it may.");
    }

    private static Schema time(String description) {
        return ValueSchemas.string(35).format("date-time").description(description);
    }

    private static Map<String, Object> newKeyExample() {
        return Examples.of("name", "Technopark", "role", Role.CONTRIBUTOR.code(), "partner", "technopark-morocco");
    }

    private static Map<String, Object> keyExample() {
        return Examples.of(
                "id",
                EXAMPLE_ID,
                "name",
                "Technopark",
                "role",
                Role.CONTRIBUTOR.code(),
                "partner",
                EXAMPLE_PARTNER,
                "created_at",
                "2026-11-23T06:00:00.000Z",
                "created_by",
                "admin",
                "rotated_at",
                null,
                "revoked_at",
                null);
    }

    private static Map<String, Object> secretExample() {
        Map<String, Object> example = keyExample();
        example.put("key", "atlas_" + EXAMPLE_ID + "_and-43-letters-that-nobody-can-guess");
        return example;
    }
}
