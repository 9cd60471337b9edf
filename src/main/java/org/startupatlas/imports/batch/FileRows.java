package org.startupatlas.imports.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.imports.match.RowMatch;
import org.startupatlas.imports.match.RowMatcher;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.ExternalIdScheme;
import org.startupatlas.record.NameKeys;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.batch.Claims;
import org.startupatlas.write.batch.RowResult;

/**
 * The rows of a file that were written so far. A later row of the same record may fill in what they leave out; if it
 * disagrees with them it is refused, so that the same file sent again changes nothing.
 */
public final class FileRows {

    /** Bounds the memory to some tens of megabytes: a row is compared with that many before it. */
    static final int MAX_ROWS = 100_000;

    private static final int KEYS_PER_ROW = 3;

    private static final List<String> COMPANY_FIELDS = List.of("country", "website");

    private static final String PROVENANCE = "provenance";

    /** Keys and claims are no values that rows can disagree about. */
    private static final Set<String> NO_VALUES = Set.of("id", "slug", PROVENANCE);

    private final boolean isDry;
    private final List<String> ownerFields;

    private final Map<Long, WrittenRow> rows = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, WrittenRow> eldest) {
            return size() > MAX_ROWS * KEYS_PER_ROW;
        }
    };

    /**
     * @param isDry whether nothing is written, so that the results of later rows depend on what is kept here
     */
    public FileRows(ResourceSchema schema, boolean isDry) {
        this.isDry = isDry;
        ownerFields = RowMatcher.ownerFields(schema);
    }

    /**
     * Returns the rows of a batch; those that disagree with an earlier row have a problem that names its line. Returns
     * the same list if none does.
     */
    List<ImportRow> withDisagreements(List<ImportRow> batch, List<RowMatch> matches) {
        List<ImportRow> checked = new ArrayList<>(batch);
        boolean isAny = false;
        for (int i = 0; i < batch.size(); i++) {
            ImportRow row = batch.get(i);
            List<Violation> problems = disagreements(row, matches.get(i));
            if (!problems.isEmpty()) {
                checked.set(i, row.refused(problems));
                isAny = true;
            }
        }
        return isAny ? checked : batch;
    }

    private List<Violation> disagreements(ImportRow row, RowMatch match) {
        Optional<WrittenRow> earlier = earlier(row, match.existingId());
        if (earlier.isEmpty()) {
            return List.of();
        }
        List<Violation> problems = new ArrayList<>();
        leaves(row.record()).forEach((field, value) -> earlier.get()
                .lineOfOther(field, hash(field, value))
                .ifPresent(line -> problems.add(Violation.ofCell(
                        field, "rows-disagree", text(value), String.valueOf(line), String.valueOf(row.line())))));
        return problems;
    }

    private static String text(JsonNode value) {
        return value.isNull() ? null : value.isTextual() ? value.textValue() : value.toString();
    }

    /**
     * Returns the earlier row of the same record.
     *
     * @param recordId the id of the record in the registry, or null
     */
    Optional<WrittenRow> earlier(ImportRow row, Object recordId) {
        return earlier(row.record(), identifyingKeys(row.record(), recordId), nameKey(row.record()));
    }

    private Optional<WrittenRow> earlier(ObjectNode record, List<Long> identifyingKeys, Optional<Long> nameKey) {
        for (Long key : identifyingKeys) {
            WrittenRow earlier = rows.get(key);
            if (earlier != null) {
                return Optional.of(earlier);
            }
        }
        boolean isById = record.path("id").isTextual();
        return isById ? Optional.empty() : nameKey.map(rows::get).filter(earlier -> !isOther(record, earlier));
    }

    /** Whether rows of one name are of different records, because their ids differ, or because the file says so. */
    private boolean isOther(ObjectNode record, WrittenRow earlier) {
        for (ExternalIdScheme scheme : ExternalIdScheme.values()) {
            String field = ResourceSchema.EXTERNAL_IDS + "." + scheme.code();
            JsonNode value = record.path(ResourceSchema.EXTERNAL_IDS).path(scheme.code());
            if (value.isTextual()
                    && earlier.lineOfOther(field, hash(field, value)).isPresent()) {
                return true;
            }
        }
        if (differsIn(ownerFields, record, earlier)) {
            return true;
        }
        String slug = record.path("slug").textValue();
        if (slug != null && earlier.slug() != null && !slug.equals(earlier.slug())) {
            return true;
        }
        return (slug != null || earlier.slug() != null) && differsIn(COMPANY_FIELDS, record, earlier);
    }

    private static boolean differsIn(List<String> fields, ObjectNode record, WrittenRow earlier) {
        return fields.stream().filter(record::hasNonNull).anyMatch(field -> earlier.lineOfOther(
                        field, hash(field, record.get(field)))
                .isPresent());
    }

    /**
     * Returns the result of a row of a dry run as if the rows before it had been written: what they have created is not
     * new, and what they have changed is no change.
     */
    RowResult asIfWritten(ImportRow row, RowMatch match, RowResult result) {
        Optional<WrittenRow> earlier = earlier(row, match.existingId());
        if (earlier.isEmpty() || result.kind() != RowResult.Kind.CREATED && result.kind() != RowResult.Kind.UPDATED) {
            return result;
        }
        Map<String, JsonNode> leaves = leaves(row.record());
        ArrayNode changed = result.kind() == RowResult.Kind.UPDATED
                ? stillChanged(result.changed(), leaves, earlier.get())
                : filledIn(leaves, earlier.get());
        addClaims(changed, row, result, earlier.get());
        RowResult.Kind kind = changed.isEmpty() ? RowResult.Kind.UNCHANGED : RowResult.Kind.UPDATED;
        return new RowResult(
                kind, result.id(), result.slug(), changed.isEmpty() ? null : changed, result.record(), List.of());
    }

    /** Returns the changes that the earlier row has not made; what is derived from those that it has made is none. */
    private static ArrayNode stillChanged(JsonNode all, Map<String, JsonNode> leaves, WrittenRow earlier) {
        ArrayNode changed = JsonNodeFactory.instance.arrayNode();
        boolean isAny = false;
        for (JsonNode change : all) {
            String path = change.get("path").textValue();
            if (!path.equals(PROVENANCE) && !earlier.has(path)) {
                changed.add(change);
                isAny |= leaves.containsKey(path) || leaves.containsKey(path.split("\\.", 2)[0]);
            }
        }
        return isAny ? changed : JsonNodeFactory.instance.arrayNode();
    }

    private static ArrayNode filledIn(Map<String, JsonNode> leaves, WrittenRow earlier) {
        ArrayNode changed = JsonNodeFactory.instance.arrayNode();
        leaves.forEach((field, value) -> {
            if (!earlier.has(field) && !value.isNull()) {
                changed.addObject().put("path", field).putNull("from").set("to", value);
            }
        });
        return changed;
    }

    /** Adds the claims of a row that the earlier row has not added. */
    private static void addClaims(ArrayNode changed, ImportRow row, RowResult result, WrittenRow earlier) {
        Set<String> fields = new HashSet<>();
        changed.forEach(
                change -> fields.add(ClaimValues.field(change.get("path").textValue())));
        JsonNode from = JsonNodeFactory.instance.arrayNode();
        if (result.kind() == RowResult.Kind.UPDATED) {
            for (JsonNode change : result.changed()) {
                from = change.get("path").textValue().equals(PROVENANCE) ? change.get("from") : from;
            }
        }
        Set<Long> known = new HashSet<>();
        from.forEach(claim -> known.add(claimHash(claim)));
        ArrayNode added = JsonNodeFactory.instance.arrayNode();
        for (JsonNode claim : result.record().path(PROVENANCE)) {
            boolean isNew = !known.contains(claimHash(claim)) && !earlier.hasClaim(claimHash(claim));
            if (isNew && (RowClaims.hasOwn(row) || isOfChange(claim, fields))) {
                added.add(claim);
            }
        }
        if (!added.isEmpty()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            from.forEach(all::add);
            changed.addObject()
                    .put("path", PROVENANCE)
                    .<ObjectNode>set("from", from)
                    .set("to", all.addAll(added));
        }
    }

    /** Whether a row adds a claim if it changes only some fields. */
    private static boolean isOfChange(JsonNode claim, Set<String> fields) {
        if (claim.path("field").isNull()) {
            return !fields.isEmpty();
        }
        return !claim.path("used").booleanValue()
                || fields.contains(claim.get("field").textValue());
    }

    private static long claimHash(JsonNode claim) {
        return hash(Claims.identity(claim));
    }

    /** Gives a row of a dry run the name that its record would have from an earlier row; returns whether it did. */
    boolean addName(ImportRow row, RowMatch match) {
        if (match.existingId() != null || row.record().path("name").isTextual()) {
            return false;
        }
        Optional<String> name = earlier(row, null).map(WrittenRow::name);
        name.ifPresent(text -> row.record().put("name", text));
        return name.isPresent();
    }

    /** Adds the rows of a batch that were written. */
    public void add(List<ImportRow> batch, List<RowResult> results) {
        for (int i = 0; i < batch.size(); i++) {
            if (results.get(i).kind() != RowResult.Kind.REFUSED) {
                WrittenRow written = add(batch.get(i), results.get(i).id());
                if (isDry) {
                    addClaims(written, batch.get(i), results.get(i).record().path(PROVENANCE));
                }
            }
        }
    }

    /** Adds a row that an earlier run of the job has written. */
    public void addWritten(ImportRow row) {
        if (row.problems().isEmpty()) {
            add(row, null);
        }
    }

    /** Adds the claims of a record, except for those of the values that a row has: another row of them adds none. */
    private static void addClaims(WrittenRow written, ImportRow row, JsonNode claims) {
        for (JsonNode claim : claims) {
            boolean isOfValue = claim.path("used").booleanValue()
                    && written.has(claim.path("field").asText(""));
            if (RowClaims.hasOwn(row) || !isOfValue) {
                written.addClaim(claimHash(claim));
            }
        }
    }

    private WrittenRow add(ImportRow row, String recordId) {
        List<Long> identifyingKeys = identifyingKeys(row.record(), recordId);
        Optional<Long> nameKey = nameKey(row.record());
        WrittenRow written = earlier(row.record(), identifyingKeys, nameKey).orElseGet(() -> WrittenRow.of(row));
        leaves(row.record()).forEach((field, value) -> written.put(field, hash(field, value), row.line()));
        identifyingKeys.forEach(key -> rows.putIfAbsent(key, written));
        nameKey.ifPresent(key -> rows.putIfAbsent(key, written));
        return written;
    }

    /** Returns the keys of which one is enough: those of ids, slugs and external ids. */
    private static List<Long> identifyingKeys(ObjectNode record, Object recordId) {
        List<Long> keys = new ArrayList<>();
        for (String name : List.of("id", "slug")) {
            if (record.path(name).isTextual()) {
                keys.add(hash(name, record.get(name)));
            }
        }
        if (recordId != null) {
            keys.add(hash("record " + recordId));
        }
        for (ExternalIdScheme scheme : ExternalIdScheme.values()) {
            JsonNode value = record.path(ResourceSchema.EXTERNAL_IDS).path(scheme.code());
            // A placeholder, such as "N/A", identifies nothing.
            if (value.isTextual() && scheme.normalize(value.textValue()).isPresent()) {
                keys.add(hash(scheme.code(), value));
            }
        }
        return keys;
    }

    private static Optional<Long> nameKey(ObjectNode record) {
        return Optional.ofNullable(record.path("name").textValue())
                .map(name -> hash("name " + NameKeys.of(name).match()));
    }

    /** Returns the single values of a row by dotted names. */
    static Map<String, JsonNode> leaves(ObjectNode record) {
        Map<String, JsonNode> leaves = new LinkedHashMap<>();
        record.properties().forEach(member -> {
            if (NO_VALUES.contains(member.getKey())) {
                return;
            }
            if (member.getValue() instanceof ObjectNode object) {
                object.properties().forEach(part -> leaves.put(member.getKey() + "." + part.getKey(), part.getValue()));
            } else {
                leaves.put(member.getKey(), member.getValue());
            }
        });
        return leaves;
    }

    private static long hash(String field, JsonNode value) {
        String name = field.substring(field.lastIndexOf('.') + 1);
        return hash(name + " " + SameValues.canonical(name, value));
    }

    /** Returns the 64-bit FNV-1a hash of a text: the texts themselves would take too much memory. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ each & 0xff) * 0x100000001b3L;
        }
        return hash;
    }
}
