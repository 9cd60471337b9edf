package org.startupatlas.network.reach;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startupatlas.http.Limits;
import org.startupatlas.http.record.RequestBody;
import org.startupatlas.network.model.Link;
import org.startupatlas.network.model.LinkKind;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.Node;
import org.startupatlas.network.model.Program;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.model.Validity;
import org.startupatlas.network.route.Destinations;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;

/** Reads supposed links, and reports all that is wrong with them. */
@Singleton
class SuppositionReader {

    private static final List<String> MEMBERS = ParameterSet.names(Supposition.class);
    private static final List<String> OF_AGREEMENTS = ParameterSet.names(Supposition.SupposedAgreement.class);
    private static final List<String> OF_PRESENCES = ParameterSet.names(Supposition.SupposedPresence.class);
    private static final List<String> OF_PROGRAMS = ParameterSet.names(Supposition.SupposedProgram.class);

    private static final int MAX_NAME_LENGTH = 200;

    private final Destinations destinations;

    SuppositionReader(Destinations destinations) {
        this.destinations = destinations;
    }

    /** Supposed links, and the programs among their ends. */
    record Supposed(List<Node> nodes, List<Link> links) {

        Supposed {
            nodes = List.copyOf(nodes);
            links = List.copyOf(links);
        }
    }

    /** Reads the JSON object in the body of a request; errors as of {@link RequestBody#object}. */
    ObjectNode body(HttpServerRequest request, InputStream body) {
        return RequestBody.object(request, body, RequestBody.JSON);
    }

    /**
     * Reads supposed links between nodes of a network.
     *
     * @throws RejectedException 422 with all that is wrong with them, or if there are too many
     */
    Supposed read(Network network, ObjectNode body) {
        long size = size(body);
        if (size > Limits.MAX_CANDIDATE_LINKS) {
            throw tooMany(size);
        }
        Reading reading = new Reading(network);
        reading.rejectUnknown(body, MEMBERS, "");
        reading.each(body, "agreements", OF_AGREEMENTS, reading::addAgreement);
        reading.each(body, "presences", OF_PRESENCES, reading::addPresence);
        reading.each(body, "programs", OF_PROGRAMS, reading::addProgram);
        if (!reading.violations.isEmpty()) {
            throw RejectedException.of(ProblemKind.INVALID_RECORD, reading.violations);
        }
        return new Supposed(reading.nodes, reading.links.stream().distinct().toList());
    }

    static RejectedException tooMany(long links) {
        return RejectedException.of(
                ProblemKind.INVALID_RECORD,
                Violation.ofWhole(
                        "too-many-candidates", String.valueOf(links), String.valueOf(Limits.MAX_CANDIDATE_LINKS)));
    }

    /** Returns the number of links, before the organisations are looked up: each look-up is a statement. */
    private static long size(ObjectNode body) {
        long size = body.path("presences").size();
        for (JsonNode agreement : body.path("agreements")) {
            long parties = agreement.path("parties").size();
            size += Math.max(1, parties * (parties - 1) / 2);
        }
        for (JsonNode program : body.path("programs")) {
            size += 1L
                    + program.path("operators").size()
                    + program.path("countries").size()
                    + program.path("startups").size();
        }
        return size;
    }

    private interface ElementReader {
        void read(ObjectNode element, String pointer);
    }

    /** The links that were read so far. */
    private final class Reading {
        private final Network network;
        private final List<Violation> violations = new ArrayList<>();
        private final List<Node> nodes = new ArrayList<>();
        private final List<Link> links = new ArrayList<>();

        /** What was looked up before: one partner can be named ten thousand times. */
        private final Map<String, Optional<RecordKey>> found = new HashMap<>();

        private Reading(Network network) {
            this.network = network;
        }

        private void rejectUnknown(ObjectNode object, List<String> known, String pointer) {
            object.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name)) {
                    violations.add(Violation.at(pointer + "/" + name, "unknown-property")
                            .suggesting(DidYouMean.nearest(name, known).orElse(null)));
                }
            });
        }

        private void each(ObjectNode body, String member, List<String> known, ElementReader reader) {
            String list = "/" + member;
            List<JsonNode> elements = elements(body.path(member), list);
            for (int i = 0; i < elements.size() && violations.size() < Limits.MAX_ERRORS; i++) {
                String pointer = list + "/" + i;
                if (elements.get(i) instanceof ObjectNode element) {
                    rejectUnknown(element, known, pointer);
                    reader.read(element, pointer);
                } else {
                    violations.add(Violation.at(pointer, "wrong-type", "object"));
                }
            }
        }

        /** Returns the elements of a list, which may be missing. */
        private List<JsonNode> elements(JsonNode list, String pointer) {
            List<JsonNode> elements = new ArrayList<>();
            if (list.isArray()) {
                list.forEach(elements::add);
            } else if (!list.isMissingNode() && !list.isNull()) {
                violations.add(Violation.at(pointer, "wrong-type", "array"));
            }
            return elements;
        }

        private void addAgreement(ObjectNode agreement, String pointer) {
            int before = violations.size();
            List<RecordKey> parties = references(agreement, "parties", pointer, RecordKey.PARTNERS).stream()
                    .distinct()
                    .sorted()
                    .toList();
            if (parties.size() < 2 && violations.size() == before) {
                violations.add(Violation.at(pointer + "/parties", "at-least-two"));
            }
            for (int i = 0; i < parties.size(); i++) {
                for (RecordKey other : parties.subList(i + 1, parties.size())) {
                    add(LinkKind.AGREEMENT, parties.get(i), other);
                }
            }
        }

        private void addPresence(ObjectNode presence, String pointer) {
            Optional<RecordKey> partner = reference(presence.path("partner"), pointer + "/partner", RecordKey.PARTNERS);
            Optional<RecordKey> country =
                    reference(presence.path("country"), pointer + "/country", RecordKey.COUNTRIES);
            if (partner.isPresent() && country.isPresent()) {
                add(LinkKind.PRESENCE, partner.get(), country.get());
            }
        }

        private void addProgram(ObjectNode program, String pointer) {
            Optional<String> name = text(program.path("name"), pointer + "/name");
            // No record has such an id.
            RecordKey key = RecordKey.program("supposed-" + (nodes.size() + 1));
            nodes.add(new Program(
                    key.id(),
                    null,
                    0,
                    name.orElse(""),
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    null,
                    List.of(),
                    List.of(),
                    null));
            references(program, "operators", pointer, RecordKey.PARTNERS)
                    .forEach(operator -> add(LinkKind.OPERATOR, key, operator));
            references(program, "countries", pointer, RecordKey.COUNTRIES)
                    .forEach(country -> add(LinkKind.OFFERED_IN, key, country));
            references(program, "startups", pointer, RecordKey.STARTUPS)
                    .forEach(startup -> add(LinkKind.PARTICIPATION, startup, key));
        }

        private void add(LinkKind kind, RecordKey from, RecordKey to) {
            links.add(new Link(kind, from, to, null, new Validity(null, null, null), null, List.of()));
        }

        private List<RecordKey> references(ObjectNode object, String member, String pointer, String resource) {
            List<RecordKey> keys = new ArrayList<>();
            String list = pointer + "/" + member;
            List<JsonNode> words = elements(object.path(member), list);
            for (int i = 0; i < words.size() && violations.size() < Limits.MAX_ERRORS; i++) {
                reference(words.get(i), list + "/" + i, resource).ifPresent(keys::add);
            }
            return keys;
        }

        private Optional<RecordKey> reference(JsonNode word, String pointer, String resource) {
            Optional<String> text = text(word, pointer);
            Optional<RecordKey> key = text.flatMap(named -> found.computeIfAbsent(
                    resource + "/" + named, path -> destinations.find(network, named, List.of(resource))));
            if (text.isPresent() && key.isEmpty()) {
                violations.add(Violation.at(pointer, "unknown-reference", text.get(), resource));
            }
            return key;
        }

        private Optional<String> text(JsonNode value, String pointer) {
            if (value.isMissingNode() || value.isNull()) {
                violations.add(Violation.at(pointer, "required"));
            } else if (!value.isTextual()) {
                violations.add(Violation.at(pointer, "wrong-type", "string"));
            } else if (value.textValue().length() > MAX_NAME_LENGTH) {
                violations.add(Violation.at(pointer, "too-long", String.valueOf(MAX_NAME_LENGTH)));
            } else {
                return Optional.of(value.textValue());
            }
            return Optional.empty();
        }
    }
}
