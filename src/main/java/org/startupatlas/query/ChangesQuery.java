package org.startupatlas.query;

import java.util.List;
import java.util.Optional;
import org.startupatlas.query.parameter.PointInTime;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/**
 * A parsed and validated request for changes.
 *
 * @param filter which changes match
 * @param members the members of a change to return beside its revision, or null for all
 * @param language the language of texts, or null for all three
 * @param since only changes after this point in time; empty if the request has none
 * @param limit the maximum number of changes
 * @param format the format of the response
 */
public record ChangesQuery(
        ChangeFilter filter,
        List<String> members,
        Language language,
        Optional<PointInTime> since,
        int limit,
        Format format) {

    /** The member that identifies a change; it is always returned. */
    public static final String REVISION = "revision";

    /** The member with the fields that the change modified. */
    public static final String CHANGED = "changed";

    /** The member with the record after the change. */
    public static final String RECORD = "record";

    /** The members of a change, in the order of the JSON. */
    public static final List<String> MEMBERS =
            List.of(REVISION, "at", "op", "resource", "id", "version", "by", "into", CHANGED, RECORD);

    /** The operations on records. */
    public static final List<String> OPS = List.of("created", "updated", "deleted", "merged");

    /** The operations that exist only with a filter: a record begins or ceases to match it. */
    public static final List<String> FILTERED_OPS = List.of("entered", "left");

    public static final int MIN_LIMIT = 1;

    /** The maximum number of changes per page: a few megabytes of records. */
    public static final int MAX_LIMIT = 1_000;

    public static final int DEFAULT_LIMIT = 100;

    public static final List<Format> FORMATS = List.of(Format.JSON, Format.NDJSON);

    public ChangesQuery {
        members = members == null ? null : List.copyOf(members);
    }

    /** Returns the resource of the records; empty for all. */
    public Optional<ResourceSchema> resource() {
        return filter.resource();
    }

    /** Returns whether a member of the changes is returned. */
    public boolean shows(String member) {
        return members == null || members.contains(member) || member.equals(REVISION);
    }

    /** Returns the point in time after which to begin: the start of the log if the request has no {@code since}. */
    public PointInTime start() {
        return since.orElse(PointInTime.ofRevision("since", 0));
    }
}
