package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Claim;
import org.startupatlas.record.Folding;
import org.startupatlas.record.OrganisationReference;
import org.startupatlas.record.OtherName;
import org.startupatlas.resource.agreement.AgreementRecord;
import org.startupatlas.resource.indicator.IndicatorRecord;
import org.startupatlas.resource.partner.PartnerRecord;
import org.startupatlas.resource.program.ProgramRecord;
import org.startupatlas.resource.site.SiteRecord;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.RealBundle;

/** Tests that every row of the raw file of additional claims is a claim, which is used if the record has its value. */
@QuarkusTest
@TestProfile(RealBundle.class)
class RawAdditionalClaimsTest {
    private static final Pattern TARGET = Pattern.compile("(\\d+) (?:\\((\\d{4})\\)|sites by (\\d{4})-\\d\\d).*");

    /** What the note of a claim says of a date with a question mark. */
    private static final String UNCERTAIN_DATE = "The date of publication is uncertain.";

    /** The fields of the API, by those of the file where they differ. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("role", "summary"),
            Map.entry("offer", "summary"),
            Map.entry("label", "notes"),
            Map.entry("figures", "notes"),
            Map.entry("funding", "notes"),
            Map.entry("acquisition", "notes"),
            Map.entry("note", "notes"),
            Map.entry("supported_by", "supporters"),
            Map.entry("focus_or_note", "presences"),
            Map.entry("since", "presences"),
            Map.entry("target_mid", "targets"),
            Map.entry("target_end", "targets"));

    @Test
    void everyRowIsClaim() {
        Spellings spellings = new Spellings();
        RawCollection.SECOND.table("additional_claims").check(row -> compare(row, spellings));
    }

    private static void compare(RawTable.Row row, Spellings spellings) {
        AtlasRecord record = record(row.cell("resource"), row.cell("slug"));
        String field = row.cell("field");
        String value = row.cell("value");
        List<Claim> claims = claims(row, record, text(row, record, field, value));
        for (Claim claim : claims) {
            boolean holds = holds(row, record, field, value, spellings);
            assertEquals(holds, claim.used(), () -> claim + " of " + record.slug());
        }
    }

    private static AtlasRecord record(String resource, String slug) {
        return switch (resource) {
            case "startups" -> Atlas.one(StartupRecord.class, "/v1/startups/" + slug);
            case "partners" -> Atlas.one(PartnerRecord.class, "/v1/partners/" + slug);
            case "programs" -> Atlas.one(ProgramRecord.class, "/v1/programs/" + slug);
            case "agreements" -> Atlas.one(AgreementRecord.class, "/v1/agreements/" + slug);
            case "technopark_sites" -> Atlas.one(SiteRecord.class, "/v1/sites/technopark-" + Folding.fold(slug));
            case "plug_and_play_locations" -> Atlas.one(PartnerRecord.class, "/v1/partners/plug-and-play");
            case "kpi_targets_maroc_digital_2030" -> Atlas.one(IndicatorRecord.class, "/v1/indicators/" + slug);
            default -> throw new AssertionError(resource);
        };
    }

    /** Returns the text of the claim: the value, behind its place if the row is about one of many locations. */
    private static String text(RawTable.Row row, AtlasRecord record, String field, String value) {
        if (!"presences".equals(FIELDS.get(field))) {
            return value;
        }
        String place = row.cell("slug");
        return place + ", " + presence(place, (PartnerRecord) record).country() + ": "
                + (field.equals("since") ? "since " : "") + value;
    }

    /** Returns the one presence of a place, which is a city or a country in brackets. */
    private static PartnerRecord.Presence presence(String place, PartnerRecord partner) {
        Map<String, String> countries = Map.of("(Mexico)", "MX");
        List<PartnerRecord.Presence> found = partner.presences().stream()
                .filter(presence -> presence.city() == null
                        ? presence.country().equals(countries.get(place))
                        : place.replaceFirst(" \\(.*\\)$", "").equals(presence.city())
                                || place.startsWith(presence.city() + " Airport"))
                .toList();
        assertEquals(1, found.size(), () -> place + " is " + found);
        return found.get(0);
    }

    /** Returns the claims of the row, one for each of its sources. */
    private static List<Claim> claims(RawTable.Row row, AtlasRecord record, String text) {
        List<RawSource> sources = RawSource.all(row.cell("url"));
        String[] publishers = row.cell("publisher").split("; ");
        String field = FIELDS.getOrDefault(row.cell("field"), row.cell("field"));
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            RawSource source = sources.get(i);
            String publisher = source.isCopy() ? source.publisher() : publishers[publishers.length > 1 ? i : 0];
            claims.add(record.provenance().stream()
                    .filter(claim -> field.equals(claim.field()) && text.equals(claim.value()))
                    .filter(claim -> source.isAt(claim) && isPublisher(publisher, claim.publisher()))
                    .filter(RawCollection.SECOND::isSeen)
                    .filter(claim -> isDated(row.cell("date"), claim) && isNoted(row.cell("note"), claim))
                    .filter(claim -> !text.contains("?") || claim.confidence().equals("unverified"))
                    .findFirst()
                    .orElseThrow(() ->
                            new AssertionError(row + " is no claim of " + source + " in " + record.provenance())));
        }
        return claims;
    }

    /** Whether two names of a publisher are the same but for accents and apostrophes. */
    private static boolean isPublisher(String raw, String publisher) {
        return raw.equals("public deal list on github (Ranes Analytics)")
                ? publisher.equals("Ranes Analytics (public deal list)")
                : RawComparison.plain(raw).equals(RawComparison.plain(publisher));
    }

    private static boolean isDated(String raw, Claim claim) {
        return raw == null
                || claim.published() != null
                        && RawComparison.dateText(raw).equals(claim.published().text())
                        && (!raw.contains("?") || isNoted(UNCERTAIN_DATE, claim));
    }

    private static boolean isNoted(String raw, Claim claim) {
        return raw == null || Rewordings.isIn(raw, claim.note());
    }

    /** Whether the record has the value in the field; texts are never used, as the summaries and notes are ours. */
    private static boolean holds(
            RawTable.Row row, AtlasRecord record, String field, String value, Spellings spellings) {
        return switch (field) {
            case "founded_year" -> holdsYear((StartupRecord) record, value);
            case "city" -> value.equals(((StartupRecord) record).city());
            case "status" -> spellings
                    .find("startup_statuses", value)
                    .filter(code -> code.equals(((StartupRecord) record).status()))
                    .isPresent();
            case "sectors" -> Stream.of(value.split(";"))
                    .allMatch(word -> holdsWord((StartupRecord) record, word, spellings));
            case "name" -> assertNamed(record, value);
            case "supported_by" -> List.of(value.split(";")).equals(names((AgreementRecord) record));
            case "opened" -> value.equals(String.valueOf(((SiteRecord) record).opened()));
            case "since" -> RawComparison.dateText(value)
                    .equals(String.valueOf(
                            presence(row.cell("slug"), (PartnerRecord) record).since()));
            case "target_mid", "target_end" -> holdsTarget(row, (IndicatorRecord) record, value);
            default -> false;
        };
    }

    private static boolean holdsYear(StartupRecord startup, String value) {
        return startup.founded().text().equals(value) || value.equals(String.valueOf(startup.foundedYear()));
    }

    /** Whether the record has the code of a word, or the word has none. */
    private static boolean holdsWord(StartupRecord startup, String word, Spellings spellings) {
        return Stream.of(
                        Map.entry("sectors", startup.sectors()),
                        Map.entry("technologies", startup.technologies()),
                        Map.entry("business_models", startup.businessModels()))
                .filter(codes -> spellings.find(codes.getKey(), word).isPresent())
                .findFirst()
                .map(codes -> codes.getValue()
                        .contains(spellings.find(codes.getKey(), word).orElseThrow()))
                .orElse(true);
    }

    /** Asserts that each name is one of the record's other names, beside its own, which stays. */
    private static boolean assertNamed(AtlasRecord record, String value) {
        List<String> names = record.otherNames().stream().map(OtherName::name).toList();
        assertTrue(names.containsAll(List.of(value.split(" / "))), () -> record.slug() + " is not called " + value);
        return false;
    }

    private static List<String> names(AgreementRecord agreement) {
        return agreement.supporters().stream().map(OrganisationReference::name).toList();
    }

    private static boolean holdsTarget(RawTable.Row row, IndicatorRecord indicator, String value) {
        Matcher text = TARGET.matcher(value);
        assertTrue(text.matches(), value);
        String year = text.group(2) == null ? text.group(3) : text.group(2);
        RawSource source = RawSource.first(row.cell("url"));
        return indicator.targets().stream()
                .anyMatch(target -> target.value().toPlainString().equals(text.group(1))
                        && target.period().text().startsWith(year)
                        && source.url().equals(target.url())
                        && isPublisher(row.cell("publisher"), target.publisher()));
    }
}
