package org.startupatlas.query;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the lists that records name, as if they were asked for, and counts their records. */
public final class NamedLists {

    /** What a query can be made of (RFC 3986, section 3.4), so that the link is one. */
    private static final Pattern QUERY = Pattern.compile("(?:[\\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*");

    private final Register register;
    private final Grammar grammar;
    private final RecordReader records;

    /** Reads lists by this grammar, and counts these records. */
    public NamedLists(Register register, Grammar grammar, RecordReader records) {
        this.register = register;
        this.grammar = grammar;
        this.records = records;
    }

    /** The records of a list: those of a resource that satisfy a condition. */
    record Read(Declaration declaration, Condition condition) {}

    /**
     * How many records lists have.
     *
     * @param revision when they were counted
     */
    public record Sizes(long revision, Map<NamedList, Long> sizes) {

        public Sizes {
            sizes = Map.copyOf(sizes);
        }

        /** The size of a list; empty if there is no such list. */
        public Optional<Long> of(NamedList list) {
            return Optional.ofNullable(sizes.get(list));
        }
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

    /** How many records each of the lists has, all at one moment: a statement for each. */
    public Sizes sizes(Collection<NamedList> lists) {
        Map<NamedList, Read> read = new LinkedHashMap<>();
        lists.forEach(list -> readable(list).ifPresent(found -> read.put(list, found)));
        return read.isEmpty() ? new Sizes(0, Map.of()) : records.sizes(read);
    }

    /** What a list named when it was written may be no more: a record or a code that its filters speak of. */
    private Optional<Read> readable(NamedList list) {
        try {
            return Optional.of(read(list));
        } catch (InvalidQuery noMore) {
            return Optional.empty();
        }
    }

    private Read read(NamedList list) {
        Declaration declaration = register.get(list.resource());
        if (list.filters() == null) {
            return new Read(declaration, Condition.ALWAYS);
        }
        if (!QUERY.matcher(list.filters()).matches()) {
            throw new InvalidQuery(List.of(Violation.of(list.filters(), "invalid-encoding")));
        }
        return new Read(declaration, grammar.condition(declaration, QueryString.parameters(list.filters())));
    }
}
