package org.startupatlas.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.startupatlas.query.QueryLimits;

/**
 * What somebody asks for.
 *
 * @param words in the order in which they were typed
 * @param joined all of it run together, in each form in which names are
 * @param signed the same with the signs that tell names apart, where there are any
 */
record Asked(List<AskedWord> words, List<String> joined, Optional<String> signed) {

    /** No name is longer when it is folded, but for letters that stand for whole sentences. */
    private static final int LONGEST_NAME = 300;

    Asked {
        words = List.copyOf(words);
        joined = List.copyOf(joined);
    }

    static Asked of(String text) {
        List<String> typed = Analysis.words(text);
        List<AskedWord> words = new ArrayList<>();
        boolean isOpen = Analysis.isOfWord(text.codePointBefore(text.length()));
        for (int i = 0; i < Math.min(typed.size(), QueryLimits.MAX_SEARCH_TERMS); i++) {
            AskedWord.of(typed.get(i), isOpen && i == typed.size() - 1).ifPresent(words::add);
        }
        List<String> joined =
                Analysis.joined(text).stream().map(Asked::shortened).distinct().toList();
        return new Asked(words, joined, Analysis.signed(withPluses(text)).map(Asked::shortened));
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /** A plus that a URL does not escape arrives as a space: {@code q=C++}. One space is only the next word's. */
    private static String withPluses(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int spaces = text.length() - end;
        return spaces < 2 ? text : text.substring(0, end) + "+".repeat(spaces);
    }

    /** The words that say something; all of them where none does. */
    List<AskedWord> telling() {
        List<AskedWord> telling =
                words.stream().filter(word -> !word.isCommon()).toList();
        return telling.isEmpty() ? words : telling;
    }
}
