package org.startupatlas.openapi.path;

import org.startupatlas.auth.Role;
import org.startupatlas.http.record.WriteOperation;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;

/** Describes which key an operation requires, and what a contributor may declare about the owners of its records. */
final class WriteRoles {

    private WriteRoles() {}

    /** Returns the sentences to append to a description. */
    static String of(WriteOperation operation, ResourceSchema schema) {
        Role role = operation.minRole(schema).orElseThrow();
        return switch (role) {
            case CONTRIBUTOR -> byOwners(operation, schema);
            case CURATOR -> " It takes a curator's key.";
            case ADMIN -> " It takes an admin's key.";
        };
    }

    private static String byOwners(WriteOperation operation, ResourceSchema schema) {
        String path = schema.owner().orElseThrow();
        String owner = schema.isOwner() ? "it is" : "`" + path + "` names";
        String keys = " It takes a curator's key, or a contributor's of the partner that " + owner + ".";
        Field field = schema.field(path.split("\\.")[0]).orElseThrow();
        if (field.isComposed()) {
            return keys
                    + (operation == WriteOperation.DELETE
                            ? " A contributor cannot delete one whose `" + field.name() + "` name others."
                            : " A contributor leaves all others in `" + field.name() + "` as they are, and adds none.");
        }
        boolean isClaimed = !schema.isOwner() && path.equals(field.name()) && operation != WriteOperation.DELETE;
        return keys
                + (isClaimed
                        ? " On a contributor's request `" + path
                                + "` is its own partner when left out; another value is 403."
                        : "");
    }
}
