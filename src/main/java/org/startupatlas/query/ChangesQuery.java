package org.startupatlas.query;

import java.util.List;
import java.util.Optional;

/**
 * A request for changes, read and checked.
 *
 * @param filter which changes
 * @param members the members of a change to show beside its revision, or null for all
 * @param language the language to show texts in, or null for all three
 * @param since only changes behind this moment; empty where the request does not say
 * @param limit at most so many changes
 * @param format of the answer
 */
public record ChangesQuery(
        ChangeFilter filter,
        List<String> members,
        Language language,
        Optional<Moment> since,
        int limit,
        Format format) {

    /** The member by which changes are known, which is always there. */
    public static final String REVISION = "revision";

    /** The member that holds what the change changed. */
    public static final String CHANGED = "changed";

    /** The member that holds the record after the change. */
    public static final String RECORD = "record";

    /** The members of a change, in their order. */
    public static final List<String> MEMBERS =
            List.of(REVISION, "at", "op", "resource", "id", "version", "by", "into", CHANGED, RECORD);

    /** What happens to records. */
    public static final List<String> OPS = List.of("created", "updated", "deleted", "merged");

    /** What happens to the copy of who asks for some records only. */
    public static final List<String> OPS_OF_COPIES = List.of("entered", "left");

    /** The fewest changes that may be asked for at a time. */
    public static final int MIN_LIMIT = 1;

    /** The most changes that may be asked for at a time: a few megabytes of records. */
    public static final int MAX_LIMIT = 1_000;

    /** How many changes there are at a time when the request does not say. */
    public static final int DEFAULT_LIMIT = 100;

    /** The formats that changes can have. */
    public static final List<Format> FORMATS = List.of(Format.JSON, Format.NDJSON);

    public ChangesQuery {
        members = members == null ? null : List.copyOf(members);
    }

    /** Of whose records, or empty for all. */
    public Optional<Declaration> resource() {
        return filter.resource();
    }

    /** Whether this member of a change is shown. */
    public boolean shows(String member) {
        return members == null || members.contains(member) || member.equals(REVISION);
    }

    /** The moment to begin behind; the beginning of the log where the request does not say. */
    public Moment start() {
        return since.orElse(Moment.ofRevision("since", 0));
    }
}
