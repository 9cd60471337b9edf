package org.startupatlas.search.text;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.type.Operator;

/** The filters by which records that have a code are asked for. */
@Singleton
public class CodeFilters {

    /** The filterable fields of each vocabulary, each with the resources that have it. */
    private final Map<String, Map<String, Set<String>>> fields = new LinkedHashMap<>();

    CodeFilters(SchemaRegistry register) {
        for (ResourceSchema declaration : register.declarations()) {
            register.ownFilters(declaration).stream()
                    .filter(filter -> filter.field().vocabulary() != null
                            && filter.operators().contains(Operator.EQUAL))
                    .forEach(filter -> fields.computeIfAbsent(
                                    filter.field().vocabulary(), vocabulary -> new LinkedHashMap<>())
                            .computeIfAbsent(filter.name(), name -> new LinkedHashSet<>())
                            .add(declaration.resource()));
        }
    }

    /**
     * One filter.
     *
     * @param filter as a request writes it
     * @param resources whose lists it can be asked of
     */
    public record CodeFilter(String filter, List<String> resources) {}

    /** The filters that a code stands for: those on a record's own words before those on its parts. */
    public List<CodeFilter> of(String vocabulary, String code) {
        Comparator<Map.Entry<String, Set<String>>> depth =
                Comparator.comparing(entry -> entry.getKey().contains("."));
        return fields.getOrDefault(vocabulary, Map.of()).entrySet().stream()
                .sorted(depth.thenComparing(entry -> -entry.getValue().size()))
                .map(entry -> new CodeFilter(entry.getKey() + "=" + code, List.copyOf(entry.getValue())))
                .toList();
    }
}
