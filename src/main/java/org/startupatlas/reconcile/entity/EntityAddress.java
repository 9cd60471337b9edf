package org.startupatlas.reconcile.entity;

import org.startupatlas.http.PagePaths;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/** The addresses of entities on this node. */
public final class EntityAddress {

    private EntityAddress() {}

    /** Returns the path of the page for people; that of the record if there is none. */
    public static String page(Entity entity, Language language) {
        String resource = entity.schema().resource();
        if (PagePaths.hasPages(resource)) {
            return PagePaths.ofRecord(language, resource, entity.slug());
        }
        return resource.equals(ResourceSchema.COUNTRIES)
                ? PagePaths.ROOT + "/" + language.code() + "/countries#" + entity.id()
                : record(entity);
    }

    /** Returns the path of the record. */
    public static String record(Entity entity) {
        return "/v1/" + entity.schema().resource() + "/" + entity.id();
    }
}
