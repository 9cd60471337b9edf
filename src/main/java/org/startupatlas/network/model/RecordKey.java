package org.startupatlas.network.model;

import java.util.Comparator;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.schema.ResourceSchema;

/**
 * The key of a record of any resource. Keys are ordered by resource and id, so that their order does not depend on the
 * order of writes.
 *
 * @param resource the name of the resource in URLs
 * @param id the id as text
 */
public record RecordKey(String resource, String id) implements Comparable<RecordKey> {

    public static final String STARTUPS = "startups";
    public static final String PROGRAMS = "programs";
    public static final String PARTNERS = "partners";
    public static final String COUNTRIES = ResourceSchema.COUNTRIES;
    public static final String SITES = "sites";
    public static final String PARTICIPATIONS = "participations";
    public static final String AGREEMENTS = "agreements";
    public static final String FUNDING_ROUNDS = "funding_rounds";

    private static final Comparator<RecordKey> ORDER =
            Comparator.comparing(RecordKey::resource).thenComparing(RecordKey::id);

    public static RecordKey startup(String id) {
        return new RecordKey(STARTUPS, id);
    }

    public static RecordKey program(String id) {
        return new RecordKey(PROGRAMS, id);
    }

    public static RecordKey partner(String id) {
        return new RecordKey(PARTNERS, id);
    }

    public static RecordKey country(String code) {
        return new RecordKey(COUNTRIES, code);
    }

    /**
     * Returns the rejection of a record that was found, but that the network does not have: it was deleted in between,
     * or this node has not followed the log so far.
     */
    public RejectedException unknownRecord() {
        return RejectedException.unknownRecord(resource, id, null);
    }

    @Override
    public int compareTo(RecordKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return resource + "/" + id;
    }
}
