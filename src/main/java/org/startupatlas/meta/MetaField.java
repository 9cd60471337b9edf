package org.startupatlas.meta;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.schema.Field;

/** A field of the records, recursive because the parts of a composed field are fields too. */
@Schema(
        requiredProperties = {"name", "type", "list", "always", "description"},
        description = "A field of the records.")
record MetaField(
        @Schema(maxLength = 200) String name,
        @Schema(maxLength = 64) String type,
        boolean list,
        boolean always,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(maxLength = 64, description = "Of codes: where they are explained.")
                String vocabulary,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(maxLength = 64, description = "Of references: where they lead.")
                String resource,
        @Schema(maxLength = 2_048) String description,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxItems = 65_536) List<MetaField> fields) {

    static MetaField of(Field field) {
        return new MetaField(
                field.name(),
                typeName(field),
                field.isList(),
                field.isNonNull(),
                field.vocabulary(),
                field.target(),
                field.description(),
                field.isComposed() ? field.parts().stream().map(MetaField::of).toList() : null);
    }

    /** Returns the name of the type of the values. */
    static String typeName(Field field) {
        return field.isComposed() ? "object" : field.type().name();
    }
}
