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
import org.startupatlas.openapi.schema.ValueSchemas;
import org.startupatlas.openapi.schema.WriteSchemas;
import org.startupatlas.schema.Relation;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/**
 * Builds the OpenAPI document from the resource schemas. They define what can be queried, the resource classes how
 * requests are transported.
 */
public final class OpenApiDocument {

    private final SchemaRegistry register;

    public OpenApiDocument(SchemaRegistry register) {
        this.register = register;
    }

    public OpenAPI write() {
        Components components = OASFactory.createComponents();
        Parameters parameters = new Parameters(register, components);
        Responses responses = new Responses(register, components);
        ValueSchemas.addShared(components);
        new CodeSchemas(register, components).add();
        RecordSchemas records = new RecordSchemas(register, components);
        records.add();
        parameters.add();
        responses.add();
        Paths paths = OASFactory.createPaths();
        for (ResourceSchema declaration : register.schemas()) {
            addResource(paths, declaration, parameters, responses);
        }
        addWriting(paths, new WriteSchemas(components, records), parameters, responses);
        new ChangePaths(register, paths, components, parameters, responses).add();
        new SearchPaths(register, paths, components, parameters, responses).add();
        new OtherPaths(paths, components, parameters, responses).add();
        new StatsPaths(register, paths, components, parameters, responses).add();
        new ExportPaths(register, paths, components, parameters, responses).add();
        new ImportPaths(register, paths, components, parameters, responses).add();
        SecuritySchemes.add(components);
        new KeyPaths(paths, components, parameters, responses).add();
        OpenAPI document = OASFactory.createOpenAPI()
                .openapi("3.1.0")
                .info(Descriptions.info())
                .servers(List.of(Descriptions.server()))
                .tags(Descriptions.tags(register))
                // Reading is public; operations that require a key declare it themselves.
                .security(List.of(OASFactory.createSecurityRequirement()))
                .components(components)
                .paths(paths);
        ResponseHeaders.addOfEveryResponse(document);
        GeneralParameters.addOfEveryOperation(document);
        OtherFormats.addShared(document);
        return document;
    }

    private void addResource(Paths paths, ResourceSchema declaration, Parameters parameters, Responses responses) {
        String path = "/v1/" + declaration.resource();
        String plural = ComponentNames.pascal(declaration.resource());
        String singular = ComponentNames.schema(declaration);
        String words = declaration.resource().replace('_', ' ');
        addGet(
                paths,
                path,
                operation(declaration, "list" + plural)
                        .summary("List " + words)
                        .description(declaration.description()
                                + " Filters are the fields' own names; see /v1/meta for all of them.")
                        .parameters(parameters.ofList(declaration))
                        .responses(responses.ofList(declaration)));
        addGet(
                paths,
                path + "/{id}",
                operation(declaration, "get" + singular)
                        .summary("Read one " + declaration.singular())
                        .description("One " + declaration.singular() + ", by id or slug.")
                        .parameters(parameters.ofRecord(declaration))
                        .responses(responses.ofRecord(declaration)));
        for (Relation relation : declaration.relations()) {
            ResourceSchema target = register.get(relation.target());
            addGet(
                    paths,
                    path + "/{id}/" + relation.name(),
                    operation(declaration, "list" + singular + ComponentNames.pascal(relation.name()))
                            .summary(
                                    "List the " + relation.name().replace('_', ' ') + " of a " + declaration.singular())
                            .description(relation.description())
                            .parameters(parameters.ofListBelowRecord(target))
                            .responses(responses.ofList(target)));
        }
    }

    private void addWriting(Paths paths, WriteSchemas schemas, Parameters parameters, Responses responses) {
        schemas.addShared();
        for (ResourceSchema declaration : register.schemas()) {
            if (!declaration.resource().equals(ResourceSchema.COUNTRIES)) {
                schemas.add(declaration);
                new WritePaths(paths, parameters, responses, declaration).add();
            }
        }
    }

    private static Operation operation(ResourceSchema declaration, String id) {
        return OASFactory.createOperation().operationId(id).addTag(ComponentNames.sentence(declaration.resource()));
    }

    static void addGet(Paths paths, String path, Operation operation) {
        paths.addPathItem(path, OASFactory.createPathItem().GET(operation));
    }
}
