package org.startupatlas.auth.key;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.startupatlas.auth.Role;
import org.startupatlas.http.record.RequestBody;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.lookup.ReferenceResolver;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.TextNormalizer;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** Parses requests to issue a key, and reports all of their errors. */
@Singleton
class NewKeyParser {

    private static final String NAME = "name";
    private static final String ROLE = "role";
    private static final String PARTNER = "partner";
    private static final List<String> FIELDS = List.of(NAME, ROLE, PARTNER);

    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::code).toList();

    private final ResourceSchema partners;
    private final RecordLookup recordLookup;
    private final ReferenceResolver referenceResolver;

    NewKeyParser(SchemaRegistry schemas, RecordLookup recordLookup, ReferenceResolver referenceResolver) {
        this.partners = schemas.get("partners");
        this.recordLookup = recordLookup;
        this.referenceResolver = referenceResolver;
    }

    NewKey read(HttpServerRequest request, InputStream stream) {
        ObjectNode body = RequestBody.object(request, stream, RequestBody.JSON);
        List<Violation> errors = new ArrayList<>();
        body.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                errors.add(unknownField(field));
            }
        });
        String name = name(body, errors);
        Optional<Role> role = role(body, errors);
        UUID partner = partner(body, role, errors);
        if (!errors.isEmpty()) {
            throw RejectedException.of(ProblemKind.INVALID_RECORD, errors);
        }
        return new NewKey(name, role.orElseThrow(), partner);
    }

    private static String name(ObjectNode body, List<Violation> errors) {
        Optional<String> given = required(body, NAME, errors);
        String name = given.orElse("");
        if (given.isPresent() && !TextNormalizer.hasLetterOrDigit(name)) {
            errors.add(at(NAME, "no-letter-or-digit", name));
        }
        if (name.length() > NewKey.MAX_NAME_LENGTH) {
            errors.add(at(NAME, "too-long", String.valueOf(NewKey.MAX_NAME_LENGTH)));
        }
        return name;
    }

    private static Optional<Role> role(ObjectNode body, List<Violation> errors) {
        Optional<String> code = required(body, ROLE, errors);
        Optional<Role> role = code.flatMap(Role::ofCode);
        if (code.isPresent() && role.isEmpty()) {
            errors.add(at(ROLE, "unknown-value", code.get(), String.join(", ", ROLES))
                    .suggesting(DidYouMean.nearest(code.get(), ROLES).orElse(null)));
        }
        return role;
    }

    private UUID partner(ObjectNode body, Optional<Role> role, List<Violation> errors) {
        Optional<String> idOrSlug = text(body, PARTNER, errors);
        boolean isContributor = role.equals(Optional.of(Role.CONTRIBUTOR));
        if (idOrSlug.isEmpty()) {
            if (isContributor && !isOfAnotherType(body, PARTNER)) {
                errors.add(at(PARTNER, "partner-needed"));
            }
            return null;
        }
        if (role.isPresent() && !isContributor) {
            errors.add(at(PARTNER, "partner-not-allowed"));
            return null;
        }
        Optional<UUID> partner = recordLookup.find(partners, idOrSlug.get()).map(row -> (UUID) row.id());
        if (partner.isEmpty()) {
            errors.add(at(PARTNER, "unknown-reference", idOrSlug.get(), partners.resource())
                    .suggesting(referenceResolver
                            .nearestSlug(partners, idOrSlug.get())
                            .orElse(null)));
        }
        return partner.orElse(null);
    }

    private static Violation unknownField(String field) {
        return at(field, "unknown-field", field, String.join(", ", FIELDS))
                .suggesting(DidYouMean.nearest(field, FIELDS).orElse(null));
    }

    private static Optional<String> required(ObjectNode body, String field, List<Violation> errors) {
        Optional<String> text = text(body, field, errors);
        if (text.isEmpty() && !isOfAnotherType(body, field)) {
            errors.add(at(field, "required"));
        }
        return text;
    }

    /** Returns the normalized text; empty if the field is missing, null or empty. */
    private static Optional<String> text(ObjectNode body, String field, List<Violation> errors) {
        if (isOfAnotherType(body, field)) {
            errors.add(at(field, "not-a-text"));
        }
        Optional<String> text = Optional.ofNullable(body.path(field).textValue())
                .map(value -> TextNormalizer.normalize(value, false))
                .filter(value -> !value.isEmpty());
        text.map(TextNormalizer::controlCharacter)
                .filter(OptionalInt::isPresent)
                .ifPresent(control ->
                        errors.add(at(field, "control-character", TextNormalizer.codePoint(control.getAsInt()))));
        return text;
    }

    private static boolean isOfAnotherType(ObjectNode body, String field) {
        return body.hasNonNull(field) && !body.get(field).isTextual();
    }

    private static Violation at(String field, String code, String... arguments) {
        return Violation.at(JsonPointer.empty().appendProperty(field).toString(), code, arguments);
    }
}
