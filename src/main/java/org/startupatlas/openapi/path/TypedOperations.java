package org.startupatlas.openapi.path;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.startupatlas.openapi.schema.Examples;
import org.startupatlas.openapi.schema.TypedSchemas;

/** Adds the operations that were scanned from typed resources, with what all operations have in common. */
final class TypedOperations {

    /** The statuses of responses whose {@code Location} is what was made. */
    private static final List<String> CREATING = List.of("201", "202");

    private final Paths paths;
    private final Parameters parameters;
    private final TypedSchemas schemas;
    private final Components components;

    TypedOperations(Paths paths, Parameters parameters, TypedSchemas schemas, Components components) {
        this.components = components;
        this.paths = paths;
        this.parameters = parameters;
        this.schemas = schemas;
    }

    void add(OpenAPI scanned) {
        scanned.getPaths().getPathItems().forEach((path, item) -> {
            item.getOperations().values().forEach(operation -> complete(path, operation));
            paths.addPathItem(path, item);
        });
    }

    private void complete(String path, Operation operation) {
        if (operation.getParameters() != null) {
            operation.setParameters(operation.getParameters().stream()
                    .filter(parameter -> !isShared(parameter, operation.getParameters()))
                    .toList());
            operation.getParameters().forEach(TypedOperations::complete);
        }
        APIResponses answers = operation.getResponses();
        answers.getAPIResponses().forEach((status, response) -> {
            if (response.getRef() != null) {
                response.setDescription(null); // the scan's default, which would replace that of the shared response
            }
            addExamples(response.getContent());
            if (CREATING.contains(status)) {
                ResponseHeaders.addTo(response, List.of("Location"));
            }
        });
        if (operation.getSecurity() == null) {
            addOfReading(path, operation);
        }
        ProblemResponses.ofReading(answers);
        if (operation.getRequestBody() != null) {
            RequestBody body = operation.getRequestBody();
            if (body.getRef() == null && !Boolean.FALSE.equals(body.getRequired())) {
                body.required(true);
            }
            addExamples(body.getContent());
            ProblemResponses.add(answers, ProblemResponses.OF_BODIES);
        }
    }

    /**
     * Adds what the reads that need no key have. Shared caches may keep their responses; of a response component, its own
     * headers say so.
     */
    private void addOfReading(String path, Operation operation) {
        List<String> names = new ArrayList<>();
        if (path.startsWith("/v1")) {
            names.add("min_revision");
        }
        APIResponse response = operation.getResponses().getAPIResponse("200");
        if (response.getRef() == null) {
            ResponseHeaders.addTo(response, Responses.OF_CACHED);
        }
        if (response.getRef() == null || isCached(response.getRef())) {
            names.add("If-None-Match");
            Responses.addNotModified(operation.getResponses());
        }
        parameters.references(names).forEach(operation::addParameter);
    }

    private boolean isCached(String reference) {
        APIResponse shared = components.getResponses().get(reference.substring(reference.lastIndexOf('/') + 1));
        return shared.getHeaders() != null && shared.getHeaders().keySet().containsAll(Responses.OF_CACHED);
    }

    private void addExamples(Content content) {
        if (content != null) {
            content.getMediaTypes().values().forEach(schemas::addExample);
        }
    }

    /** Returns whether the scan found a path variable that is described by a shared parameter beside it. */
    private static boolean isShared(Parameter parameter, List<Parameter> all) {
        return parameter.getIn() == Parameter.In.PATH
                && all.stream()
                        .map(Parameter::getRef)
                        .anyMatch(reference -> reference != null
                                && (reference.endsWith("." + parameter.getName())
                                        || reference.endsWith(Parameters.RECORD)));
    }

    private static void complete(Parameter parameter) {
        if (parameter.getIn() == Parameter.In.PATH) {
            parameter.schema(Parameters.pathValue()).addExample("example", Examples.value(parameter.getExample()));
            parameter.setExample(null);
        }
    }
}
