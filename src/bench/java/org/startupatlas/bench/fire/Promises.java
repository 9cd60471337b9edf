package org.startupatlas.bench.fire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks of the log, the tables and all copies. The first violation is thrown. */
final class Promises {

    private Promises() {}

    /** Revisions are 1 to the head of the log, each once, and times follow them. */
    static void logIsGapless(long head, List<LogEntry> log) {
        long expected = 1;
        LogEntry before = null;
        for (LogEntry change : log) {
            keep(change.revision() == expected, "revision " + expected + " is followed up by " + change.revision());
            keep(
                    before == null || !change.at().isBefore(before.at()),
                    "revision " + change.revision() + " is earlier than the one before it");
            before = change;
            expected++;
        }
        keep(head == expected - 1, "the head of the log is " + head + ", its last revision " + (expected - 1));
    }

    /** Each record is created first, its versions are 1 to n, and nothing follows its end. */
    static void versionsAreGapless(List<LogEntry> log) {
        Map<String, LogEntry> latest = new HashMap<>();
        for (LogEntry change : log) {
            LogEntry before = latest.put(change.name(), change);
            int expected = before == null ? 1 : before.version() + 1;
            keep(change.version() == expected, change.name() + " has version " + change.version() + " for " + expected);
            keep((before == null) == change.op().equals("created"), change.name() + " begins or goes on wrongly");
            keep(before == null || before.record() != null, change.name() + " goes on behind its end");
            boolean isEnd = change.op().equals("deleted") || change.op().equals("merged");
            keep(isEnd == (change.record() == null), change.name() + ": " + change.op() + " with a wrong record");
            keep(
                    isEnd || Json.read(change.record()).get("version").intValue() == expected,
                    change.name() + " says another version of itself than the log, " + expected);
        }
    }

    /** Each row equals the last change of its record, and there are no other rows. */
    static void rowsAreTheirLastChange(List<LogEntry> log, Map<String, Tables.Row> rows) {
        Map<String, String> expected = new TreeMap<>();
        for (LogEntry change : log) {
            if (change.record() == null) {
                expected.remove(change.name());
            } else {
                expected.put(change.name(), change.record());
            }
        }
        Map<String, String> records = new TreeMap<>();
        rows.forEach((name, row) -> {
            JsonNode record = Json.read(row.record());
            boolean agree = row.id().equals(record.get("id").textValue())
                    && row.slug().equals(record.get("slug").textValue())
                    && row.version() == record.get("version").intValue();
            keep(agree, "the columns of " + name + " say something else than its JSON: " + row);
            records.put(name, row.record());
        });
        areEqual("the tables", records, "the log", expected);
    }

    /** Every acknowledged write is in the log, equal to its response. */
    static void acknowledgedIsLogged(List<Acknowledged> acknowledged, List<LogEntry> log) {
        Map<String, LogEntry> byVersion = new HashMap<>();
        Map<String, LogEntry> ends = new HashMap<>();
        for (LogEntry change : log) {
            byVersion.put(change.name() + "@" + change.version(), change);
            if (change.record() == null) {
                ends.put(change.name(), change);
            }
        }
        for (Acknowledged write : acknowledged) {
            String name = write.resource() + "/" + write.id();
            LogEntry change = write.version() == 0 ? ends.get(name) : byVersion.get(name + "@" + write.version());
            keep(change != null, "an acknowledged write is lost: " + write);
            boolean same = (write.op() == null || write.op().equals(change.op()))
                    && (write.revision() == 0 || write.revision() == change.revision())
                    && Objects.equals(write.into(), change.into())
                    && Objects.equals(write.record(), change.record());
            keep(same, "an acknowledged write is not in the log as it was: " + write + "; in the log: " + change);
        }
    }

    /** All attempts of a write with one idempotency key created one record, which every response names. */
    static void keysMadeOneRecordEach(List<Acknowledged> acknowledged, List<LogEntry> log, List<String> keys) {
        Map<String, String> made = new HashMap<>();
        for (LogEntry change : log) {
            if (change.op().equals("created")) {
                String notes = Json.read(change.record()).path("notes").asText();
                String other = notes.startsWith("fire-") ? made.put(notes, change.name()) : null;
                keep(other == null, "the idempotency key " + notes + " made " + other + " and " + change.name());
            }
        }
        Set<String> known = new HashSet<>(keys);
        for (Acknowledged write : acknowledged) {
            if (write.idempotencyKey() != null) {
                keep(known.contains(write.idempotencyKey()), "an idempotency key was forgotten: " + write);
                String name = write.resource() + "/" + write.id();
                keep(
                        !"created".equals(write.op()) || name.equals(made.get(write.idempotencyKey())),
                        "the idempotency key " + write.idempotencyKey() + " was answered with " + name + " and made "
                                + made.get(write.idempotencyKey()));
            }
        }
    }

    /** Each row of a file created one record, in spite of killed nodes and repeated uploads. */
    static void rowsMadeOneRecordEach(List<String> imported, List<LogEntry> log) {
        Map<String, Integer> made = new HashMap<>();
        for (LogEntry change : log) {
            if (change.resource().equals(Importer.PARTNERS) && change.op().equals("created")) {
                made.merge(Json.read(change.record()).get("name").textValue(), 1, Integer::sum);
            }
        }
        for (String name : imported) {
            keep(made.getOrDefault(name, 0) == 1, "a row made " + made.getOrDefault(name, 0) + " records: " + name);
        }
    }

    /** References name existing records: merges have moved them. */
    static void referencesLeadSomewhere(Map<String, String> records) {
        records.forEach((name, record) -> {
            JsonNode startup = Json.read(record).path("startup");
            keep(
                    !startup.isTextual() || records.containsKey("startups/" + startup.textValue()),
                    name + " names a startup that is no more: " + record);
        });
    }

    /** The feed equals the table of changes. */
    static void feedIsTheLog(String feed, List<LogEntry> entries, List<LogEntry> log) {
        for (int i = 0; i < Math.min(entries.size(), log.size()); i++) {
            keep(entries.get(i).equals(log.get(i)), feed + " has " + entries.get(i) + " where the log has " + log.get(i));
        }
        keep(entries.size() == log.size(), feed + " has " + entries.size() + " changes of " + log.size());
    }

    /** Two sets of records are equal. */
    static void areEqual(String oneName, Map<String, String> one, String otherName, Map<String, String> other) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        List<String> wrong = new ArrayList<>();
        for (String name : names) {
            if (!Objects.equals(one.get(name), other.get(name))) {
                wrong.add(name);
            }
        }
        if (!wrong.isEmpty()) {
            String first = wrong.get(0);
            throw new BrokenPromise(wrong.size() + " records differ; the first is " + first + ": " + oneName + " has "
                    + one.get(first) + " where " + otherName + " has " + other.get(first));
        }
    }

    private static void keep(boolean isKept, String otherwise) {
        if (!isKept) {
            throw new BrokenPromise(otherwise);
        }
    }
}
