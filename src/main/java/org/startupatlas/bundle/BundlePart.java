package org.startupatlas.bundle;

import java.util.List;
import java.util.Locale;
import org.startupatlas.schema.ResourceSchema;

/** A part of the bundle that a database has as a whole or not at all. */
public enum BundlePart {
    /** The resources that all others refer to. */
    REFERENCE(List.of(ResourceSchema.VOCABULARIES, ResourceSchema.COUNTRIES)),

    /** The startups and what is around them; left out with {@code ATLAS_SAMPLE_DATA=false}. */
    ECOSYSTEM(List.of(
            "partners",
            "sites",
            "programs",
            "startups",
            "participations",
            "agreements",
            "funding_rounds",
            "indicators"));

    private final List<String> resources;

    BundlePart(List<String> resources) {
        this.resources = resources;
    }

    /** Returns the resources of the part, ordered so that each refers only to resources before it. */
    public List<String> resources() {
        return resources;
    }

    /** Returns the lower-case name, as stored. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
