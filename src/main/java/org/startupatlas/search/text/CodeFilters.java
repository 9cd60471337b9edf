package org.startupatlas.search.text;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.type.Operator;

/** The list filters that select records by a code. */
@Singleton
public class CodeFilters {

    /** The filters of each vocabulary, each with the resources that have it. */
    private final Map<String, Map<String, Set<String>>> fields = new LinkedHashMap<>();

    CodeFilters(SchemaRegistry schemas) {
        for (ResourceSchema schema : schemas.schemas()) {
            schemas.ownFilters(schema).stream()
                    .filter(filter -> filter.field().vocabulary() != null
                            && filter.operators().contains(Operator.EQUAL))
                    .forEach(filter -> fields.computeIfAbsent(
                                    filter.field().vocabulary(), vocabulary -> new LinkedHashMap<>())
                            .computeIfAbsent(filter.name(), name -> new LinkedHashSet<>())
                            .add(schema.resource()));
        }
    }

    /**
     * A filter.
     *
     * @param filter the query parameter and its value
     * @param resources the resources whose lists have the filter
     */
    @Schema(description = "A filter of lists.")
    public record CodeFilter(
            @Schema(maxLength = 200, description = "As a request writes it.") String filter,
            @Schema(maxItems = 65_536, maxLength = 64, description = "Whose lists have it.") List<String> resources) {}

    /** Returns the filters for a code: those on top-level fields before those on nested fields. */
    public List<CodeFilter> of(String vocabulary, String code) {
        Comparator<Map.Entry<String, Set<String>>> depth =
                Comparator.comparing(entry -> entry.getKey().contains("."));
        return fields.getOrDefault(vocabulary, Map.of()).entrySet().stream()
                .sorted(depth.thenComparing(entry -> -entry.getValue().size()))
                .map(entry -> new CodeFilter(entry.getKey() + "=" + code, List.copyOf(entry.getValue())))
                .toList();
    }
}
