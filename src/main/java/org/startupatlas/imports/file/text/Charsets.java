package org.startupatlas.imports.file.text;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The charsets that {@code charset=} accepts and jobs show, by the names that people know. */
public final class Charsets {

    /** What Excel for Mac calls "CSV (Macintosh)" and "CSV". */
    static final Charset MACINTOSH = Charset.forName("x-MacRoman");

    /** What Excel calls "CSV (MS-DOS)" in Western Europe and the Maghreb. */
    static final Charset CP850 = Charset.forName("IBM850");

    /** The names of charsets that Java calls otherwise. */
    private static final Map<Charset, String> NAMES = Map.of(MACINTOSH, "macintosh", CP850, "cp850");

    /** The accepted names: encodings of at most about two bytes per letter, as spreadsheets export them. */
    public static final List<String> ACCEPTED = List.of(
            StandardCharsets.UTF_8.name(),
            StandardCharsets.UTF_16LE.name(),
            StandardCharsets.UTF_16BE.name(),
            "windows-1252",
            "windows-1256",
            "macintosh",
            "cp850");

    private Charsets() {}

    /** Returns an accepted charset by one of its names; empty if it is not accepted. */
    public static Optional<Charset> find(String name) {
        try {
            Charset charset = name.equalsIgnoreCase("macintosh") ? MACINTOSH : Charset.forName(name);
            return Optional.of(charset).filter(found -> ACCEPTED.contains(name(found)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /** Returns the name of a charset. */
    public static String name(Charset charset) {
        return NAMES.getOrDefault(charset, charset.name());
    }
}
