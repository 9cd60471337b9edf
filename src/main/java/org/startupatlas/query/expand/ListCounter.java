package org.startupatlas.query.expand;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.startupatlas.query.facet.RecordCounter;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.QueryString;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.query.parse.ListQueryParser;
import org.startupatlas.schema.ListSizeReader;
import org.startupatlas.schema.ListSizes;
import org.startupatlas.schema.NamedList;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** Counts the records of the lists that records name, by parsing their filters like those of a request. */
@Singleton
public final class ListCounter implements ListSizeReader {

    /** The characters of a query (RFC 3986, section 3.4), which make the list's URL a valid one. */
    private static final Pattern QUERY = Pattern.compile("(?:[\\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*");

    private final SchemaRegistry registry;
    private final ListQueryParser parser;
    private final RecordCounter counter;

    public ListCounter(SchemaRegistry registry, ListQueryParser parser, RecordCounter counter) {
        this.registry = registry;
        this.parser = parser;
        this.counter = counter;
    }

    /** Returns the violations in the filters of a list, whose resource must exist. */
    public List<Violation> violations(NamedList list) {
        try {
            parse(list);
            return List.of();
        } catch (RejectedException invalid) {
            return invalid.violations();
        }
    }

    @Override
    public ListSizes sizes(Collection<NamedList> lists) {
        Map<NamedList, RecordCounter.Selection> selections = new LinkedHashMap<>();
        lists.forEach(list -> selection(list).ifPresent(selection -> selections.put(list, selection)));
        return selections.isEmpty() ? new ListSizes(0, Map.of()) : counter.sizes(selections);
    }

    /**
     * Returns the records of a list; empty if its filters have become invalid, because a record or a code that they
     * name no longer exists.
     */
    private Optional<RecordCounter.Selection> selection(NamedList list) {
        try {
            return Optional.of(parse(list));
        } catch (RejectedException invalid) {
            return Optional.empty();
        }
    }

    private RecordCounter.Selection parse(NamedList list) {
        ResourceSchema schema = registry.get(list.resource());
        if (list.filters() == null) {
            return new RecordCounter.Selection(schema, Condition.ALWAYS);
        }
        if (!QUERY.matcher(list.filters()).matches()) {
            throw RejectedException.of(
                    ProblemKind.INVALID_PARAMETERS, Violation.of(list.filters(), "invalid-encoding"));
        }
        return new RecordCounter.Selection(schema, parser.condition(schema, QueryString.parameters(list.filters())));
    }
}
