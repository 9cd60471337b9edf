package org.startupatlas.imports.cell.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.startupatlas.record.Currencies;
import org.startupatlas.record.Folding;
import org.startupatlas.schema.Field;

/**
 * A sum of money in one text: {@code 1,5 M€}, {@code USD 5m}, {@code 12 millions de dirhams}, {@code > 3 MDH}.
 *
 * @param value the sum in whole units of the currency
 * @param power the power of ten that the text names, which {@code value} has already; 0 if it names none
 * @param currency the code of the currency; null if the text names none
 * @param qualifier the code of how exactly the sum is known; null if the text does not say it
 */
public record MoneyText(BigDecimal value, int power, String currency, String qualifier) {

    private static final int MAX_LENGTH = 80;

    private static final Pattern SUM =
            Pattern.compile("(?<before>[^\\d-]*)(?<number>-?\\d(?:[\\d .,'\u2019]*\\d)?)(?<after>\\D*)");

    /** Words and abbreviations of powers of ten, in the three languages, by their folded texts. */
    private static final Map<String, Integer> POWERS = powers();

    private static final List<String> LONGEST_POWERS = POWERS.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    private static final Map<String, String> QUALIFIERS = qualifiers();

    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\u2212]");

    private static final Pattern OF = Pattern.compile("^(?:de |d'|d\u2019|of |in )");

    /** A sign of several currencies that people nearly always mean as one. */
    private static final Map<String, String> PROBABLE = Map.of("$", "USD", "dollar", "USD", "dollars", "USD");

    /**
     * A currency with a power of ten.
     *
     * @param code the code; null if there is only a power of ten
     */
    public record Unit(String code, int power) {}

    /**
     * Returns the sum of a text; empty if it is none, or ambiguous.
     *
     * @param field the field of the sum
     */
    public static Optional<MoneyText> parse(Field field, String text, NumberStyle style) {
        Matcher sum = matcher(text);
        if (sum == null) {
            return Optional.empty();
        }
        String before = Folding.fold(sum.group("before")).strip();
        String afterWithPlus = Folding.fold(sum.group("after")).strip();
        boolean hasPlus = afterWithPlus.endsWith("+");
        String after =
                hasPlus ? afterWithPlus.substring(0, afterWithPlus.length() - 1).strip() : afterWithPlus;
        String qualifier = qualifierBefore(before);
        String currencyBefore = qualifier == null
                ? before
                : before.substring(qualifier.length()).strip();
        Optional<Unit> first = unit(currencyBefore);
        Optional<Unit> second = unit(after);
        boolean isSaidTwice = first.isPresent()
                && second.isPresent()
                && (first.get().power() != 0 && second.get().power() != 0
                        || first.get().code() != null && second.get().code() != null);
        if (first.isEmpty() || second.isEmpty() || isSaidTwice) {
            return Optional.empty();
        }
        String code =
                first.get().code() == null ? second.get().code() : first.get().code();
        int power = first.get().power() + second.get().power();
        return NumberParser.number(field, sum.group("number"), style, true)
                .map(number -> new MoneyText(
                        number.scaleByPowerOfTen(power),
                        power,
                        code,
                        hasPlus ? "at_least" : qualifier == null ? null : QUALIFIERS.get(qualifier)));
    }

    /** Returns whether a text is a currency without a sum, as spreadsheets show nothing in a column of money. */
    public static boolean isWithoutSum(String text) {
        String currency = text.length() > MAX_LENGTH ? "" : DASHES.matcher(text).replaceAll("");
        return unit(currency).filter(unit -> unit.code() != null).isPresent();
    }

    /** Returns the digits and signs of the only number in a text; null if there is none. */
    static String numberIn(String text) {
        Matcher sum = matcher(text);
        return sum == null ? null : sum.group("number");
    }

    private static Matcher matcher(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        // A text with the Arabic decimal sign has a comma instead, which is read as the sign of the number alone.
        Matcher sum = SUM.matcher(Digits.ascii(text));
        return sum.matches() ? sum : null;
    }

    /** Returns the currency and the power of ten of a text such as {@code MDH}; empty if it is neither. */
    public static Optional<Unit> unit(String text) {
        String folded = Folding.fold(text).strip();
        if (folded.isEmpty()) {
            return Optional.of(new Unit(null, 0));
        }
        Optional<String> whole = currency(folded);
        if (whole.isPresent()) {
            return whole.map(code -> new Unit(code, 0));
        }
        for (String word : LONGEST_POWERS) {
            String rest = rest(folded, word);
            Optional<String> code = rest == null || rest.isEmpty() ? Optional.empty() : currency(rest);
            if (code.isPresent() || rest != null && rest.isEmpty()) {
                return Optional.of(new Unit(code.orElse(null), POWERS.get(word)));
            }
        }
        return Optional.empty();
    }

    /** Returns what is beside the word of a power of ten at either edge; null if it is at none. */
    private static String rest(String text, String word) {
        if (text.startsWith(word)) {
            String rest = text.substring(word.length()).replaceFirst("^\\.", "").strip();
            return OF.matcher(rest).replaceFirst("").strip();
        }
        return text.endsWith(word)
                ? text.substring(0, text.length() - word.length()).strip()
                : null;
    }

    private static Optional<String> currency(String folded) {
        return Currencies.unambiguous(folded).or(() -> Optional.ofNullable(PROBABLE.get(folded)));
    }

    private static String qualifierBefore(String text) {
        return QUALIFIERS.keySet().stream()
                .filter(text::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }

    private static Map<String, Integer> powers() {
        Map<String, Integer> powers = new HashMap<>();
        addPowers(powers, 3, "k", "mille", "milliers", "thousand", "ألف", "آلاف");
        addPowers(powers, 6, "m", "mm", "mn", "mln", "mio", "million", "millions", "مليون", "ملايين");
        addPowers(powers, 9, "md", "mds", "mrd", "mrds", "bn", "b", "milliard", "milliards", "billion", "billions");
        addPowers(powers, 9, "مليار", "مليارات");
        return powers;
    }

    private static void addPowers(Map<String, Integer> powers, int power, String... words) {
        for (String word : words) {
            powers.put(Folding.fold(word), power);
        }
    }

    private static Map<String, String> qualifiers() {
        Map<String, String> qualifiers = new HashMap<>();
        List<String> about =
                List.of("~", "≈", "±", "environ", "env.", "env", "about", "approx.", "approx", "ca.", "circa", "حوالي");
        List<String> atLeast = new ArrayList<>(List.of(">", ">=", "≥", "plus de", "au moins", "more than", "at least"));
        atLeast.addAll(List.of("over", "أكثر من", "على الأقل"));
        about.forEach(word -> qualifiers.put(Folding.fold(word), "about"));
        atLeast.forEach(word -> qualifiers.put(Folding.fold(word), "at_least"));
        return qualifiers;
    }
}
