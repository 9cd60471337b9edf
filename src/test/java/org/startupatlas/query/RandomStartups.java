package org.startupatlas.query;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.startupatlas.record.Claim;
import org.startupatlas.record.ExternalIds;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.PartialDate;
import org.startupatlas.record.Translated;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.testing.StartupBatches;

/**
 * Startups that make it hard to walk and to filter: missing values, many equal ones, texts that differ only for some,
 * written by the product in several transactions. The same ones each time.
 */
@Singleton
class RandomStartups {
    private static final int COUNT = 240;
    private static final int IN_ONE_TRANSACTION = 60;
    private static final List<String> WORDS = List.of(
            "Atlas",
            "ATLAS",
            "âtlas",
            "Ａtlas",
            "𝒜tlas",
            "🚀 Atlas",
            "Élan",
            "e\u0301lan",
            "elan",
            "Œuvre",
            "oeuvre",
            "ﬁntech",
            "Fintech",
            "شركة ناشئة",
            "شَرِكـة ناشئه",
            "أطلس",
            "اطلس",
            "日本",
            "ÿ",
            "zz",
            "Z",
            "z-1",
            "z–1",
            "O'Neil",
            "O’Neil",
            "100%",
            "a_b",
            "a\\b",
            "a,b",
            "\"q\"",
            "{}",
            "#&+?=",
            "\uFFFD",
            "\uD800\uDC00",
            "ءء");
    private static final List<String> DATES = List.of(
            "2020",
            "2020-06",
            "2020-06-01",
            "2020-Q2",
            "2020-H1",
            "2019/2021",
            "2020-01/2020-06",
            "1999",
            "2024-02-29");
    private static final List<String> COUNTRIES = List.of("MA", "FR", "SN", "EH");

    private final StartupBatches batches;
    private final Vocabularies terms;
    private final Random random = new Random(20261123);

    RandomStartups(StartupBatches batches, Vocabularies terms) {
        this.batches = batches;
        this.terms = terms;
    }

    private final List<UUID> ids = new ArrayList<>();

    /** The ids of the startups, which are written if they are not there yet. */
    List<UUID> ids() {
        while (ids.size() < COUNT) {
            List<StartupRecord> batch =
                    Stream.generate(this::next).limit(IN_ONE_TRANSACTION).toList();
            batches.write(batch);
            batch.forEach(startup -> ids.add(startup.id()));
        }
        return List.copyOf(ids);
    }

    private StartupRecord next() {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("slug", "startup-" + id);
        values.put("name", word() + (random.nextInt(3) == 0 ? " " + word() : ""));
        values.put("other_names", some(this::otherName));
        values.put("summary", new Translated(maybe(this::word), maybe(this::word), maybe(this::word)));
        values.put("status", maybe(() -> code("startup_statuses")));
        values.put("stage", maybe(() -> code("stages")));
        values.put("founded", maybe(this::date));
        values.put("closed", maybe(this::date));
        values.put("founded_year", maybe(() -> 2018 + random.nextInt(4)));
        values.put("sectors", codes("sectors"));
        values.put("technologies", codes("technologies"));
        values.put("business_models", codes("business_models"));
        values.put("country", maybe(() -> one(COUNTRIES)));
        values.put("city", maybe(this::word));
        values.put("region", maybe(() -> code("regions")));
        values.put("markets", some(this::market));
        values.put("diaspora", maybe(random::nextBoolean));
        values.put("headcount", maybe(() -> random.nextInt(5)));
        values.put("official_labels", codes("official_labels"));
        values.put("website", maybe(() -> "https://" + random.nextInt(9) + ".example/É"));
        values.put(
                "external_ids",
                new ExternalIds(null, maybe(() -> "Q" + random.nextInt(9)), null, maybe(this::word), null));
        values.put("notes", maybe(this::word));
        values.put("provenance", some(this::claim));
        return StartupBatches.startup(values);
    }

    private OtherName otherName() {
        return new OtherName(word(), maybe(() -> one(List.of("fr", "ar", "en"))), code("name_kinds"));
    }

    private StartupRecord.Market market() {
        return new StartupRecord.Market(
                maybe(() -> one(COUNTRIES)),
                maybe(() -> code("market_modes")),
                maybe(() -> code("market_states")),
                maybe(this::date));
    }

    private Claim claim() {
        return new Claim(
                maybe(() -> one(List.of("founded", "city"))),
                maybe(this::word),
                maybe(() -> code("absence_reasons")),
                random.nextBoolean(),
                word(),
                maybe(() -> "https://a.example/" + random.nextInt(3)),
                maybe(this::date),
                maybe(this::date),
                code("confidences"),
                maybe(this::word));
    }

    private String word() {
        return one(WORDS);
    }

    private PartialDate date() {
        return PartialDate.of(one(DATES));
    }

    private String code(String vocabulary) {
        return one(terms.codes(vocabulary));
    }

    /** Distinct codes, few enough of them to be equal often. */
    private List<String> codes(String vocabulary) {
        List<String> first = terms.codes(vocabulary);
        return some(() -> first.get(random.nextInt(Math.min(4, first.size())))).stream()
                .distinct()
                .toList();
    }

    private <T> List<T> some(Supplier<T> item) {
        return Stream.generate(item).limit(random.nextInt(4)).toList();
    }

    private <T> T maybe(Supplier<T> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
