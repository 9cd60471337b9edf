package org.startupatlas.query;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the lists that records name, as if they were asked for, and counts their records. */
@Singleton
public final class NamedLists implements ListSizeReader {

    /** What a query can be made of (RFC 3986, section 3.4), so that the link is one. */
    private static final Pattern QUERY = Pattern.compile("(?:[\\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*");

    private final Register register;
    private final Grammar grammar;
    private final RecordCounter records;

    /** Reads lists by this grammar, and counts these records. */
    public NamedLists(Register register, Grammar grammar, RecordCounter records) {
        this.register = register;
        this.grammar = grammar;
        this.records = records;
    }

    /** What is wrong with the filters of a list, whose resource there is. */
    public List<Violation> violations(NamedList list) {
        try {
            read(list);
            return List.of();
        } catch (InvalidQuery wrong) {
            return wrong.violations();
        }
    }

    @Override
    public ListSizes sizes(Collection<NamedList> lists) {
        Map<NamedList, RecordCounter.Selection> read = new LinkedHashMap<>();
        lists.forEach(list -> readable(list).ifPresent(found -> read.put(list, found)));
        return read.isEmpty() ? new ListSizes(0, Map.of()) : records.sizes(read);
    }

    /** What a list named when it was written may be no more: a record or a code that its filters speak of. */
    private Optional<RecordCounter.Selection> readable(NamedList list) {
        try {
            return Optional.of(read(list));
        } catch (InvalidQuery noMore) {
            return Optional.empty();
        }
    }

    private RecordCounter.Selection read(NamedList list) {
        Declaration declaration = register.get(list.resource());
        if (list.filters() == null) {
            return new RecordCounter.Selection(declaration, Condition.ALWAYS);
        }
        if (!QUERY.matcher(list.filters()).matches()) {
            throw new InvalidQuery(List.of(Violation.of(list.filters(), "invalid-encoding")));
        }
        return new RecordCounter.Selection(
                declaration, grammar.condition(declaration, QueryString.parameters(list.filters())));
    }
}
