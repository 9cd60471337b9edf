package org.startupatlas.imports.file.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The number formats of the cells of a workbook, as far as they show dates. */
final class NumberFormats {

    /** A workbook has at most 64,000 formats of cells. */
    private static final int MAX_FORMATS = 1 << 16;

    /** Texts, colours and conditions in a format, and literal characters. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|[_*].");

    private final List<SheetNumber.Format> ofCells;

    private NumberFormats(List<SheetNumber.Format> ofCells) {
        this.ofCells = ofCells;
    }

    /** The formats of a workbook without styles. */
    static NumberFormats none() {
        return new NumberFormats(List.of());
    }

    /** Reads the part of the styles. */
    static NumberFormats read(XmlEvents xml) {
        Map<Integer, String> codes = new HashMap<>();
        List<SheetNumber.Format> formats = new ArrayList<>();
        boolean isOfCells = false;
        while (xml.next()) {
            if (xml.isStart("numFmt") && codes.size() < MAX_FORMATS && xml.attribute("formatCode") != null) {
                codes.put(xml.number("numFmtId", -1), xml.attribute("formatCode"));
            } else if (xml.isStart("cellXfs") || xml.isEnd("cellXfs")) {
                isOfCells = xml.isStart();
            } else if (isOfCells && xml.isStart("xf") && formats.size() < MAX_FORMATS) {
                int id = xml.number("numFmtId", 0);
                formats.add(codes.containsKey(id) ? ofCode(codes.get(id)) : ofId(id));
            }
        }
        return new NumberFormats(formats);
    }

    /** Returns the format of the cells with a style. */
    SheetNumber.Format of(int style) {
        return style < ofCells.size() ? ofCells.get(style) : SheetNumber.Format.NUMBER;
    }

    /** Returns a format that is not defined in the workbook, by ECMA-376, 18.8.30. */
    private static SheetNumber.Format ofId(int id) {
        if (id == 17) {
            return SheetNumber.Format.MONTH;
        }
        boolean isDay = id >= 14 && id <= 16 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 58;
        return isDay ? SheetNumber.Format.DAY : SheetNumber.Format.NUMBER;
    }

    private static SheetNumber.Format ofCode(String code) {
        String first = code.split(";", 2)[0];
        String letters = LITERAL.matcher(first).replaceAll("").toLowerCase(Locale.ROOT);
        if (letters.contains("general") || letters.contains("0") || letters.contains("#") || letters.contains("@")) {
            return SheetNumber.Format.NUMBER;
        }
        if (letters.contains("d") || letters.contains("j")) {
            return SheetNumber.Format.DAY;
        }
        boolean hasYear = letters.contains("y") || letters.contains("a");
        if (hasYear && letters.contains("m") && !letters.contains("am/pm")) {
            return SheetNumber.Format.MONTH;
        }
        return letters.contains("y") ? SheetNumber.Format.YEAR : SheetNumber.Format.NUMBER;
    }
}
