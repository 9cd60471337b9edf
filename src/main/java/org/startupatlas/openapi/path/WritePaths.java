package org.startupatlas.openapi.path;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.startupatlas.http.record.RecordWriteHandler;
import org.startupatlas.http.record.RequestBody;
import org.startupatlas.http.record.WriteOperation;
import org.startupatlas.openapi.schema.ComponentNames;
import org.startupatlas.openapi.schema.Examples;
import org.startupatlas.openapi.schema.RecordSchemas;
import org.startupatlas.openapi.schema.WriteSchemas;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.schema.ResourceSchema;

/** Adds the operations that write the records of one resource. */
final class WritePaths {

    private static final List<ProblemKind> CREATE_PROBLEMS =
            with(ProblemResponses.OF_BODIES, List.of(ProblemKind.CONFLICT));

    private static final List<ProblemKind> DELETE_PROBLEMS =
            List.of(ProblemKind.CONFLICT, ProblemKind.PRECONDITION_FAILED, ProblemKind.PRECONDITION_REQUIRED);

    private static final List<ProblemKind> CHANGE_PROBLEMS = with(ProblemResponses.OF_BODIES, DELETE_PROBLEMS);

    /** The request bodies that all resources share, and their schemas. */
    private static final String MERGE = "MergeRequest";

    private static final String REDACT = "RedactRequest";

    private final Paths paths;
    private final Parameters parameters;
    private final Responses responses;
    private final ResourceSchema resourceSchema;
    private final String name;
    private final String one;

    WritePaths(Paths paths, Parameters parameters, Responses responses, ResourceSchema resourceSchema) {
        this.paths = paths;
        this.parameters = parameters;
        this.responses = responses;
        this.resourceSchema = resourceSchema;
        this.name = ComponentNames.schema(resourceSchema);
        this.one = ComponentNames.withArticle(resourceSchema);
    }

    private static List<ProblemKind> with(List<ProblemKind> kinds, List<ProblemKind> more) {
        List<ProblemKind> all = new ArrayList<>(kinds);
        all.addAll(more);
        return List.copyOf(all);
    }

    /** Adds the request bodies that the operations of all resources share. */
    static void addShared(Components components) {
        components.addRequestBody(MERGE, body(RequestBody.JSON, MERGE, Examples.of("from", "weego-2")));
        components.addRequestBody(REDACT, body(RequestBody.JSON, REDACT, Examples.of("path", "notes")));
    }

    /** Adds the operations to the path items that already have the read operations. */
    void add() {
        responses.addChanged(resourceSchema);
        String all = "/v1/" + resourceSchema.resource();
        String each = all + "/{id}";
        paths.getPathItem(all).POST(createOperation());
        paths.getPathItem(each).PUT(replaceOperation()).PATCH(patchOperation()).DELETE(deleteOperation());
        paths.addPathItem(each + "/merge", OASFactory.createPathItem().POST(mergeOperation()));
        paths.addPathItem(each + "/redact", OASFactory.createPathItem().POST(redactOperation()));
    }

    private Operation createOperation() {
        return operation("create", "Create " + one, List.of(Parameters.DRY_RUN, "Idempotency-Key"))
                .description("Creates " + one + ". Required is "
                        + String.join(" and ", WriteSchemas.required(resourceSchema))
                        + "; all else may be unknown."
                        + WriteRoles.of(WriteOperation.CREATE, resourceSchema))
                .requestBody(record(WriteSchemas.created(resourceSchema)))
                .responses(orDry(responses.withKey(
                        "201",
                        Responses.record("It is created.", resourceSchema, RecordSchemas.reference(name)),
                        List.of("Location", "ETag"),
                        CREATE_PROBLEMS)));
    }

    private Operation replaceOperation() {
        return change("replace", "Replace " + one)
                .description("Gives " + one + " new values for all fields."
                        + WriteRoles.of(WriteOperation.CHANGE, resourceSchema))
                .requestBody(record(name + "Input"))
                .responses(changed(CHANGE_PROBLEMS));
    }

    private Operation patchOperation() {
        return change("patch", "Change " + one)
                .description("Gives " + one + " new values for some fields, by a JSON Merge Patch."
                        + WriteRoles.of(WriteOperation.CHANGE, resourceSchema))
                .requestBody(
                        body(RecordWriteHandler.MERGE_PATCH, name + "Patch", Examples.of("notes", "Seen at GITEX")))
                .responses(changed(CHANGE_PROBLEMS));
    }

    private Operation deleteOperation() {
        return change("delete", "Delete " + one)
                .description("Deletes " + one + " that no other record refers to."
                        + WriteRoles.of(WriteOperation.DELETE, resourceSchema))
                .responses(orDry(
                        responses.withKey("204", Responses.reference(Responses.DELETED), List.of(), DELETE_PROBLEMS)));
    }

    private Operation mergeOperation() {
        return operation(
                        "merge",
                        "Merge two " + resourceSchema.resource().replace('_', ' '),
                        List.of(Parameters.id(resourceSchema), "If-Match", Parameters.DRY_RUN, "Idempotency-Key"))
                .description("Merges another " + resourceSchema.singular() + " into this one."
                        + WriteRoles.of(WriteOperation.MERGE, resourceSchema))
                .requestBody(reference(MERGE))
                .responses(changed(CHANGE_PROBLEMS));
    }

    private Operation redactOperation() {
        Schema any = OASFactory.createSchema()
                .addAnyOf(RecordSchemas.reference(WriteSchemas.redacted(resourceSchema)))
                .addAnyOf(RecordSchemas.reference("RedactionReach"))
                .addAnyOf(RecordSchemas.reference(Responses.DRY_RUN));
        APIResponse response = OASFactory.createAPIResponse()
                .description("As it is now; of a deleted record, only its id.")
                .content(OASFactory.createContent()
                        .addMediaType(
                                RequestBody.JSON,
                                OASFactory.createMediaType()
                                        .schema(any)
                                        .addExample(
                                                "gone",
                                                OASFactory.createExample()
                                                        .ref(ComponentNames.exampleReference(WriteSchemas.REACH)))));
        return operation(
                        "redact",
                        "Redact " + one,
                        List.of(Parameters.id(resourceSchema), Parameters.DRY_RUN, "Idempotency-Key"))
                .description("Removes a value from " + one + " and from every copy of it."
                        + WriteRoles.of(WriteOperation.REDACT, resourceSchema))
                .requestBody(reference(REDACT))
                .responses(responses.withKey("200", response, List.of("ETag"), CREATE_PROBLEMS));
    }

    private Operation change(String verb, String summary) {
        return operation(verb, summary, List.of(Parameters.id(resourceSchema), "If-Match", Parameters.DRY_RUN));
    }

    private Operation operation(String verb, String summary, List<String> parameterNames) {
        return OASFactory.createOperation()
                .operationId(verb + name)
                .addTag(ComponentNames.sentence(resourceSchema.resource()))
                .summary(summary)
                .parameters(parameters.references(parameterNames))
                .security(SecuritySchemes.required());
    }

    private APIResponses changed(List<ProblemKind> kinds) {
        return responses.withKey("200", Responses.reference("Changed" + name), List.of(), kinds);
    }

    private static APIResponses orDry(APIResponses responses) {
        return responses.addAPIResponse("200", Responses.reference(Responses.DRY_RUN));
    }

    private static org.eclipse.microprofile.openapi.models.parameters.RequestBody reference(String name) {
        return OASFactory.createRequestBody().ref(ComponentNames.requestBodyReference(name));
    }

    private static org.eclipse.microprofile.openapi.models.parameters.RequestBody body(
            String mediaType, String schema, Object example) {
        return OASFactory.createRequestBody()
                .required(true)
                .content(content(mediaType, RecordSchemas.reference(schema), example));
    }

    /** Returns the request body with a record, with the example that all its schemas share. */
    private org.eclipse.microprofile.openapi.models.parameters.RequestBody record(String schema) {
        return OASFactory.createRequestBody()
                .required(true)
                .content(OASFactory.createContent()
                        .addMediaType(
                                RequestBody.JSON,
                                OASFactory.createMediaType()
                                        .schema(RecordSchemas.reference(schema))
                                        .addExample(
                                                "record",
                                                OASFactory.createExample()
                                                        .ref(ComponentNames.exampleReference(
                                                                WriteSchemas.created(resourceSchema))))));
    }

    private static Content content(String mediaType, Schema schema, Object example) {
        return OASFactory.createContent()
                .addMediaType(
                        mediaType,
                        OASFactory.createMediaType().schema(schema).addExample("example", Examples.value(example)));
    }
}
