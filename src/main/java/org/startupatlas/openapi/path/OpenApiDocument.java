package org.startupatlas.openapi.path;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.startupatlas.openapi.schema.CodeSchemas;
import org.startupatlas.openapi.schema.ComponentNames;
import org.startupatlas.openapi.schema.Descriptions;
import org.startupatlas.openapi.schema.RecordSchemas;
import org.startupatlas.openapi.schema.TypedSchemas;
import org.startupatlas.openapi.schema.ValueSchemas;
import org.startupatlas.openapi.schema.WriteSchemas;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.relation.Relation;

/**
 * Builds the OpenAPI document from the resource schemas. They define what can be queried, the resource classes how
 * requests are transported.
 */
public final class OpenApiDocument {

    private final SchemaRegistry registry;
    private final OpenAPI typed;

    /**
     * @param typed the operations that were scanned from typed resources
     */
    public OpenApiDocument(SchemaRegistry registry, OpenAPI typed) {
        this.registry = registry;
        this.typed = typed;
    }

    public OpenAPI write() {
        Components components = OASFactory.createComponents();
        Parameters parameters = new Parameters(registry, components);
        Responses responses = new Responses(registry, components);
        ValueSchemas.addShared(components);
        new CodeSchemas(registry, components).add();
        RecordSchemas records = new RecordSchemas(registry, components);
        records.add();
        TypedSchemas typedSchemas = new TypedSchemas(typed.getComponents().getSchemas(), components);
        ProposalComponents.add(components, typedSchemas);
        NetworkComponents.add(components, typedSchemas);
        parameters.add();
        responses.add();
        Paths paths = OASFactory.createPaths();
        for (ResourceSchema schema : registry.schemas()) {
            addResource(paths, schema, parameters, responses);
        }
        WritePaths.addShared(components);
        addWriting(paths, new WriteSchemas(components, records), parameters, responses);
        new ChangePaths(registry, paths, components, parameters, responses).add();
        new VocabularyCodePath(paths, components, parameters, responses).add();
        new StatsPaths(registry, paths, components, parameters, responses).add();
        new ExportPaths(registry, paths, components, parameters, responses).add();
        SecuritySchemes.add(components);
        new TypedOperations(paths, parameters, typedSchemas, components).add(typed);
        new ImportPaths(registry, paths, components).add();
        OpenAPI document = OASFactory.createOpenAPI()
                .openapi("3.1.0")
                .info(Descriptions.info())
                .servers(List.of(Descriptions.server()))
                .tags(Descriptions.tags(registry))
                // Reading is public; operations that require a key declare it themselves.
                .security(List.of(OASFactory.createSecurityRequirement()))
                .components(components)
                .paths(paths);
        ResponseHeaders.addCommon(document);
        GeneralParameters.addOfEveryOperation(document);
        OtherFormats.addShared(document);
        return document;
    }

    private void addResource(Paths paths, ResourceSchema schema, Parameters parameters, Responses responses) {
        String path = "/v1/" + schema.resource();
        String plural = ComponentNames.pascal(schema.resource());
        String singular = ComponentNames.schema(schema);
        String words = schema.resource().replace('_', ' ');
        addGet(
                paths,
                path,
                operation(schema, "list" + plural)
                        .summary("List " + words)
                        .description(schema.description())
                        .parameters(parameters.ofList(schema))
                        .responses(responses.ofList(schema)));
        addGet(
                paths,
                path + "/{id}",
                operation(schema, "get" + singular)
                        .summary("Read one " + schema.singular())
                        .description("One " + schema.singular() + ", by id or slug.")
                        .parameters(parameters.ofRecord(schema))
                        .responses(responses.ofRecord(schema)));
        for (Relation relation : schema.relations()) {
            ResourceSchema target = registry.get(relation.target());
            addGet(
                    paths,
                    path + "/{id}/" + relation.name(),
                    operation(schema, "list" + singular + ComponentNames.pascal(relation.name()))
                            .summary("List the " + relation.name().replace('_', ' ') + " of "
                                    + ComponentNames.withArticle(schema))
                            .description(relation.description())
                            .parameters(parameters.ofListBelowRecord(schema, target))
                            .responses(responses.ofList(target)));
        }
    }

    private void addWriting(Paths paths, WriteSchemas schemas, Parameters parameters, Responses responses) {
        schemas.addShared();
        for (ResourceSchema schema : registry.schemas()) {
            if (!schema.resource().equals(ResourceSchema.COUNTRIES)) {
                schemas.add(schema);
                new WritePaths(paths, parameters, responses, schema).add();
            }
        }
    }

    private static Operation operation(ResourceSchema schema, String id) {
        return OASFactory.createOperation().operationId(id).addTag(ComponentNames.sentence(schema.resource()));
    }

    static void addGet(Paths paths, String path, Operation operation) {
        paths.addPathItem(path, OASFactory.createPathItem().GET(operation));
    }
}
