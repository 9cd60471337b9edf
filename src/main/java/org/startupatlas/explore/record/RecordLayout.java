package org.startupatlas.explore.record;

import java.util.List;
import org.startupatlas.explore.directory.Directory;

/**
 * Which parts the page of a record has.
 *
 * @param expand what is read with the record, as {@code expand} writes it
 * @param facts the fields of the record itself that the page shows as facts
 * @param offer the fields that describe an offer; empty for records that offer nothing
 * @param related the relations whose records the page lists, each named after its resource
 */
record RecordLayout(String expand, List<String> facts, List<String> offer, List<String> related) {

    private static final RecordLayout STARTUP = new RecordLayout(
            "participations.program,funding_rounds.investors,programs,partners,site,steward",
            List.of(
                    "founded",
                    "closed",
                    "stage",
                    "country",
                    "region",
                    "city",
                    "site",
                    "sectors",
                    "technologies",
                    "business_models",
                    "headcount",
                    "diaspora",
                    "official_labels",
                    "website",
                    "steward"),
            List.of(),
            List.of("programs", "partners"));

    private static final RecordLayout PROGRAM = new RecordLayout(
            "startups,participations.startup,operators,agreements,partners",
            List.of("type", "operators", "countries", "started", "website"),
            List.of("stages", "sectors", "ticket", "eligibility"),
            List.of("startups", "partners"));

    private static final RecordLayout PARTNER = new RecordLayout(
            "programs,startups,agreements,funding_rounds.startup,networks,sites",
            List.of("types", "country", "city", "sectors", "networks", "presences", "website"),
            List.of(),
            List.of("programs", "startups"));

    static RecordLayout of(Directory directory) {
        return switch (directory) {
            case STARTUPS -> STARTUP;
            case PROGRAMS -> PROGRAM;
            case PARTNERS -> PARTNER;
        };
    }
}
