package org.startupatlas.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The currencies of ISO 4217 by their alphabetic codes, and the words and symbols that denote them. */
public final class Currencies {

    private static final String FILE = "/currencies.csv";
    private static final String HEADER = "code,";

    private static final Set<String> CODES = new LinkedHashSet<>();
    private static final Map<String, String> UNAMBIGUOUS = new HashMap<>();
    private static final Map<String, String> PROBABLE = new HashMap<>();

    static {
        load();
    }

    private Currencies() {}

    /** Returns all codes in alphabetical order. */
    public static List<String> codes() {
        return List.copyOf(CODES);
    }

    /** Returns whether a text is a code in its stored form. */
    public static boolean isCode(String text) {
        return CODES.contains(text);
    }

    /** Returns the code of the currency that a word or a symbol denotes unambiguously: usd, €, DH. */
    public static Optional<String> unambiguous(String text) {
        return Optional.ofNullable(UNAMBIGUOUS.get(key(text)));
    }

    /**
     * Returns the code of the currency that a word or a symbol denotes unambiguously or most probably: {@code $} is
     * usually the US dollar.
     */
    public static Optional<String> probable(String text) {
        return unambiguous(text).or(() -> Optional.ofNullable(PROBABLE.get(key(text))));
    }

    private static String key(String text) {
        return Folding.fold(text).replaceAll("[ .]", "");
    }

    private static void load() {
        try (InputStream bytes = Currencies.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith(HEADER))
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> add(cells[0], cells[1], cells[2]));
        } catch (IOException failure) {
            throw new UncheckedIOException(FILE, failure);
        }
    }

    private static void add(String code, String unambiguous, String probable) {
        CODES.add(code);
        UNAMBIGUOUS.put(key(code), code);
        add(UNAMBIGUOUS, unambiguous, code);
        add(PROBABLE, probable, code);
    }

    private static void add(Map<String, String> codesByWord, String words, String code) {
        for (String word : words.split("\\|")) {
            if (!word.isEmpty()) {
                codesByWord.put(key(word), code);
            }
        }
    }
}
