package org.startupatlas.imports.file.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.startupatlas.query.parameter.RejectedException;

/** The texts of a workbook, which its cells refer to by number. */
final class SharedStrings {

    /** All texts are kept in memory; two files are imported at a time. */
    private static final long MAX_CHARACTERS = 1 << 26;

    /** The memory that a text takes beside its characters. */
    private static final int OVERHEAD = 32;

    /** A character that XML cannot contain, as {@code _x000D_}. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<String> texts;

    private SharedStrings(List<String> texts) {
        this.texts = texts;
    }

    static SharedStrings none() {
        return new SharedStrings(List.of());
    }

    /** Reads the part of the texts. */
    static SharedStrings read(XmlEvents xml, int maxLength) {
        List<String> texts = new ArrayList<>();
        CellText text = new CellText(maxLength + 1);
        long size = 0;
        while (xml.next()) {
            if (xml.isStart("si")) {
                text.clear();
                readText(xml, "si", text);
                String whole = unescaped(text.toString());
                size += whole.length() + OVERHEAD;
                if (size > MAX_CHARACTERS) {
                    throw RejectedException.unreadableFile(0, "workbook-too-large");
                }
                texts.add(whole);
            }
        }
        return new SharedStrings(texts);
    }

    /** Reads the text within an element, with the parts of it that are formatted, but without the pronunciation. */
    static void readText(XmlEvents xml, String element, CellText text) {
        boolean isText = false;
        while (xml.next() && !xml.isEnd(element)) {
            if (xml.isStart("rPh")) {
                xml.skip();
            } else if (xml.isStart("t") || xml.isEnd("t")) {
                isText = xml.isStart();
            } else if (isText && xml.isText()) {
                text.append(xml.text());
            }
        }
    }

    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }

    /** Returns a text; an empty one for a number without text. */
    String get(String number) {
        boolean isNumber = number.matches("\\d{1,9}");
        return isNumber && Integer.parseInt(number) < texts.size() ? texts.get(Integer.parseInt(number)) : "";
    }
}
