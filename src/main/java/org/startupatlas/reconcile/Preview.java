package org.startupatlas.reconcile;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.startupatlas.http.ReconcilePaths;
import org.startupatlas.reconcile.entity.Entity;
import org.startupatlas.reconcile.entity.EntityTypes;
import org.startupatlas.schema.Language;

/** Writes the preview of an entity, which clients show in a frame. */
final class Preview {

    private Preview() {}

    /** The page of an entity. */
    record View(
            String lang, String dir, String name, String type, String otherNames, String description, String link) {}

    @CheckedTemplate(basePath = "reconcile")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance preview(View page);
    }

    /** Returns the HTML of a preview. */
    static byte[] html(Entity entity, String description, Language language) {
        List<String> others = entity.names().stream()
                .filter(name -> !name.isMain())
                .map(Entity.Name::text)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        View view = new View(
                language.code(),
                language.direction(),
                entity.name(),
                EntityTypes.named(entity.schema(), language).name(),
                others.stream().collect(Collectors.joining(" · ")),
                description,
                ReconcilePaths.ROOT + "/" + Manifest.ENTITIES + "/" + entity.id());
        return Templates.preview(view).render().getBytes(StandardCharsets.UTF_8);
    }
}
