package org.startupatlas.reconcile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import org.startupatlas.http.Limits;
import org.startupatlas.http.ReconcilePaths;
import org.startupatlas.reconcile.entity.EntityTypes;
import org.startupatlas.schema.Language;

/** Writes the manifest of the service, in which clients read what it can do. */
@Singleton
class Manifest {

    static final String SUGGEST = "suggest/{of:" + Suggester.KIND + "}";

    static final String PROPERTIES = "properties";

    static final String ENTITIES = "entities";

    private static final int PREVIEW_WIDTH = 400;

    private static final int PREVIEW_HEIGHT = 180;

    private final EntityTypes types;

    Manifest(EntityTypes types) {
        this.types = types;
    }

    /** Returns the manifest for clients that reached this node at an origin. */
    ObjectNode of(String origin, Language language) {
        String service = origin + ReconcilePaths.ROOT;
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.putArray("versions").add("0.2");
        manifest.put("name", "Startup Atlas")
                .put("identifierSpace", service + "/" + ENTITIES + "/")
                .put("schemaSpace", origin + "/v1/meta")
                .put("batchSize", Limits.MAX_RECONCILED);
        manifest.putObject("view").put("url", service + "/" + ENTITIES + "/{{id}}");
        types.defaults(language).forEach(type -> manifest.withArray("/defaultTypes")
                .addObject()
                .put("id", type.id())
                .put("name", type.name()));
        manifest.putObject("preview")
                .put("url", service + "/" + ReconcilePaths.PREVIEW + "?id={{id}}")
                .put("width", PREVIEW_WIDTH)
                .put("height", PREVIEW_HEIGHT);
        ObjectNode suggest = manifest.putObject("suggest");
        for (String of : Suggester.KINDS) {
            suggest.putObject(of).put("service_url", service).put("service_path", "/suggest/" + of);
        }
        ObjectNode extend = manifest.putObject("extend");
        extend.putObject("propose_properties").put("service_url", service).put("service_path", "/" + PROPERTIES);
        DataExtension.addSettings(extend.putArray("property_settings"));
        return manifest;
    }
}
