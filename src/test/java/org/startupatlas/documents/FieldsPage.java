package org.startupatlas.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The page {@code src/docs/fields.md}, written from {@code /v1/meta} and {@code /v1/vocabularies}. */
final class FieldsPage {

    private static final List<String> OPERATIONS = List.of("create", "change", "delete", "import", "merge", "redact");
    private static final List<String> ROLES = List.of("contributor", "curator", "admin");

    private static final String INTRODUCTION =
            """
            # Fields, codes and roles

            This page is for all who read or write records: after it you know every field, what can be asked of \
            it, every code list, and which role may write what.

            Contents: %s

            The columns of the tables:

            | column | meaning |
            |---|---|
            | type | `text` and `prose`: free text. `token`: a word that is compared as it is. `code`: a code of a \
            [vocabulary](#codes). `reference`: the id of another record. `partial_date`: a \
            [date as far as it is known](querying.md#dates). `[]`: a list |
            | null | whether the value can be `null`, which means unknown; an empty list is `[]` |
            | operators | what [filters](querying.md#filters) can ask; `eq` is the plain name (`status=active`) |
            | use | `sort`: for `sort=`; `facet`: for `facets=` |
            """;

    private static final String END =
            """

            ## How this page is made

            A test writes this page from `/v1/meta` and fails when the page is stale. This regenerates it:

            ```sh
            mvn -q process-test-classes surefire:test@default-test -Dtest=FieldsPageTest
            cp target/docs/fields.md src/docs/fields.md
            ```
            """;

    private final JsonNode meta;
    private final JsonNode vocabularies;
    private final StringBuilder page = new StringBuilder();

    FieldsPage(JsonNode meta, JsonNode vocabularies) {
        this.meta = meta;
        this.vocabularies = vocabularies;
    }

    String write() {
        JsonNode resources = meta.get("resources");
        List<String> contents = new ArrayList<>(List.of("[every record](#every-record)"));
        resources.fieldNames().forEachRemaining(name -> contents.add("[" + name + "](#" + name + ")"));
        page.append(INTRODUCTION.formatted(String.join(" · ", contents) + " · [codes](#codes) · [roles](#roles)"));
        Set<JsonNode> common = new LinkedHashSet<>(list(resources.elements().next(), "fields"));
        resources.forEach(resource -> common.retainAll(list(resource, "fields")));
        line("");
        line("## Every record");
        line("");
        JsonNode first = resources.elements().next();
        writeFields(first, new ArrayList<>(common));
        resources.properties().forEach(resource -> {
            line("");
            line("## " + resource.getKey());
            line("");
            line(resource.getValue().get("description").textValue() + " `"
                    + resource.getValue().get("link").textValue() + "`");
            line("");
            List<JsonNode> own = list(resource.getValue(), "fields");
            own.removeAll(common);
            writeFields(resource.getValue(), own);
            writeUses(resource.getValue());
        });
        writeVocabularies(common);
        writeRoles();
        page.append(END);
        return page.toString();
    }

    private void writeFields(JsonNode resource, List<JsonNode> fields) {
        line("| field | type | null | operators | use | meaning |");
        line("|---|---|---|---|---|---|");
        fields.forEach(field -> writeField(resource, "", field));
    }

    private void writeField(JsonNode resource, String prefix, JsonNode field) {
        String name = prefix + field.get("name").textValue();
        String operators = list(resource, "filters").stream()
                .filter(filter -> filter.get("name").textValue().equals(name))
                .flatMap(filter -> list(filter, "operators").stream())
                .map(JsonNode::textValue)
                .collect(Collectors.joining(" "));
        List<String> uses = new ArrayList<>();
        if (texts(resource.get("sortable")).contains(name)) {
            uses.add("sort");
        }
        if (texts(resource.get("facetable")).contains(name)) {
            uses.add("facet");
        }
        line("| `" + name + "` | " + type(field) + " | "
                + (field.get("always").booleanValue() ? "no" : "yes") + " | " + operators + " | "
                + String.join(", ", uses) + " | " + field.get("description").textValue() + " |");
        list(field, "fields").forEach(part -> writeField(resource, name + ".", part));
    }

    private static String type(JsonNode field) {
        String type = field.get("type").textValue();
        if (field.has("resource") && type.equals("reference")) {
            String target = field.get("resource").textValue();
            type = "reference to [" + target + "](#" + target + ")";
        } else if (field.has("vocabulary")) {
            String vocabulary = field.get("vocabulary").textValue();
            type = vocabulary.equals("countries")
                    ? "code of [countries](#countries)"
                    : "code of [" + vocabulary + "](#codes)";
        }
        return type + (field.get("list").booleanValue() ? " []" : "");
    }

    private void writeUses(JsonNode resource) {
        Set<String> own = new LinkedHashSet<>();
        list(resource, "fields").forEach(field -> addNames(own, "", field));
        String across = list(resource, "filters").stream()
                .map(filter -> filter.get("name").textValue())
                .filter(name -> !own.contains(name))
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
        line("");
        if (!across.isEmpty()) {
            line("- Filters across references and relations: " + across);
        }
        writeWords("`expand`", resource.get("expand"));
        writeWords("`group_by`", resource.at("/stats/group_by"));
        writeWords("`metrics`", resource.at("/stats/metrics"));
        writeWords("Formats of lists", resource.get("formats"));
    }

    private static void addNames(Set<String> names, String prefix, JsonNode field) {
        String name = prefix + field.get("name").textValue();
        names.add(name);
        list(field, "fields").forEach(part -> addNames(names, name + ".", part));
    }

    private void writeWords(String title, JsonNode words) {
        if (!words.isEmpty()) {
            line("- " + title + ": "
                    + texts(words).stream().map(word -> "`" + word + "`").collect(Collectors.joining(", ")));
        }
    }

    private void writeVocabularies(Set<JsonNode> common) {
        Map<String, Set<String>> users = new LinkedHashMap<>();
        common.forEach(field -> addUsers(users, "", field));
        meta.get("resources").properties().forEach(resource -> list(resource.getValue(), "fields").stream()
                .filter(field -> !common.contains(field))
                .forEach(field -> addUsers(users, resource.getKey() + ".", field)));
        line("");
        line("## Codes");
        line("");
        line(
                "A vocabulary is a list of codes with labels in French, Arabic and English: `/v1/vocabularies/sectors`, one "
                        + "code: `/v1/vocabularies/sectors/fintech`. Curators can add codes, so a client must accept codes that it "
                        + "does not know. The column *fields* has the fields that hold its codes; those without a resource are of every record.");
        line("");
        line("| vocabulary | name | fields | codes |");
        line("|---|---|---|---|");
        Map<String, JsonNode> byId = new TreeMap<>();
        vocabularies.forEach(vocabulary -> byId.put(vocabulary.get("id").textValue(), vocabulary));
        for (JsonNode vocabulary : byId.values()) {
            String id = vocabulary.get("id").textValue();
            String codes = list(vocabulary, "terms").stream()
                    .map(term -> "`" + term.get("code").textValue() + "`")
                    .collect(Collectors.joining(" "));
            String fields = users.getOrDefault(id, Set.of()).stream()
                    .map(field -> "`" + field + "`")
                    .collect(Collectors.joining(" "));
            line("| `" + id + "` | " + vocabulary.get("name").textValue() + " | " + fields + " | " + codes + " |");
        }
    }

    private static void addUsers(Map<String, Set<String>> users, String prefix, JsonNode field) {
        String name = prefix + field.get("name").textValue();
        if (field.has("vocabulary")) {
            users.computeIfAbsent(field.get("vocabulary").textValue(), any -> new TreeSet<>())
                    .add(name);
        }
        list(field, "fields").forEach(part -> addUsers(users, name + ".", part));
    }

    private void writeRoles() {
        line("");
        line("## Roles");
        line("");
        line(
                "The smallest role that may do it. A `contributor` may do it with the records of its own partner only, which "
                        + "the column *owner* names. [Writing](writing.md#keys-and-roles) says more.");
        line("");
        line("| resource | owner | " + String.join(" | ", OPERATIONS) + " |");
        line("|---" + "|---".repeat(OPERATIONS.size() + 1) + "|");
        meta.get("resources").properties().forEach(resource -> {
            JsonNode writing = resource.getValue().get("writing");
            String owner = writing.get("owner").isNull()
                    ? "–"
                    : "`" + writing.get("owner").textValue() + "`";
            String roles = OPERATIONS.stream()
                    .map(operation -> minRole(writing, operation))
                    .collect(Collectors.joining(" | "));
            line("| `" + resource.getKey() + "` | " + owner + " | " + roles + " |");
        });
    }

    private static String minRole(JsonNode writing, String operation) {
        return ROLES.stream()
                .filter(role -> texts(writing.get(role)).contains(operation))
                .findFirst()
                .orElse("nobody");
    }

    private static List<JsonNode> list(JsonNode node, String name) {
        return StreamSupport.stream(node.path(name).spliterator(), false)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<String> texts(JsonNode words) {
        return StreamSupport.stream(words.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
