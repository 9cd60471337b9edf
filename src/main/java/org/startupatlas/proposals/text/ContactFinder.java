package org.startupatlas.proposals.text;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds e-mail addresses and telephone numbers in texts. It prefers to miss an unusual notation rather than to take a
 * year, an amount or a number of a register for a telephone: a person reads every proposal.
 */
final class ContactFinder {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    /** Addresses of pages, in which digits and @ have other meanings. */
    private static final Pattern LINK = Pattern.compile("(?:https?://|\\bwww\\.)\\S+", FLAGS);

    private static final String AT = "(?:@|\\s?[\\[({]\\s?(?:at|arobase|@)\\s?[\\])}]\\s?)";

    private static final String DOT = "(?:\\.|\\s?[\\[({]\\s?(?:dot|point|\\.)\\s?[\\])}]\\s?)";

    /** Each run of characters is read once, from its beginning, so that long texts take no longer than they are. */
    private static final Pattern EMAIL = Pattern.compile(
            "(?<![\\w.%+'-])[\\w.%+'-]++" + AT + "[\\w-]++(?:" + DOT + "[\\w-]++)*?" + DOT + "\\p{L}{2,}", FLAGS);

    /** What stands between the digits of one number. */
    private static final String GAP = "[ .()-]{0,3}";

    /** A number after the sign or the prefix of international calls: 9 to 15 digits in all (E.164). */
    private static final Pattern INTERNATIONAL = Pattern.compile(
            "(?<![\\d.,+])(?:\\+ ?\\(?|\\(\\+|00[ .-]?)(?<number>[1-9](?:" + GAP + "\\d){8,14})(?!\\d)");

    /** A Moroccan number with its country code and no sign before it. */
    private static final Pattern MOROCCAN =
            Pattern.compile("(?<![\\d.,+])(?<number>212" + GAP + "(?:0" + GAP + ")?[5-8](?:" + GAP + "\\d){8})(?!\\d)");

    /** A national number of ten digits, as in Morocco and France: in pairs with one and the same separator, or in one. */
    private static final Pattern PAIRS =
            Pattern.compile("(?<![\\d.,/+-])0[1-9](?<gap>[ .-]?)\\d{2}(?:\\k<gap>\\d{2}){3}(?!\\d|[.,-]\\d)");

    /** A Moroccan national number that begins with the four digits of its area or operator. */
    private static final Pattern AREA = Pattern.compile(
            "(?<![\\d.,/+-])\\(?0[5-8]\\d{2}\\)?[ .-]{1,2}(?:\\d{2}[ .-]?\\d{2}[ .-]?\\d{2}|\\d{3}[ .-]?\\d{3})(?!\\d|[.,-]\\d)");

    /** A North American national number. */
    private static final Pattern AREA_IN_BRACKETS = Pattern.compile("(?<!\\d)\\(\\d{3}\\) ?\\d{3}[ .-]\\d{4}(?!\\d)");

    /** A number behind a word that announces one. */
    private static final Pattern ANNOUNCED = Pattern.compile(
            "\\b(?:t[ée]l(?:[ée]phone)?|phone|gsm|whatsapp|fax|هاتف|الهاتف|فاكس|واتساب|واتس اب)\\b[ .:°]{0,3}"
                    + "[+(]{0,2}(?<number>\\d(?:" + GAP + "\\d){7,14})(?!\\d)",
            FLAGS);

    /** Two years, as in 2019-2025. */
    private static final Pattern YEARS = Pattern.compile("(?:19|20)\\d{2}[ -]{1,3}(?:19|20)\\d{2}");

    /** Thousands in groups that end with three zeros at least: an amount, also behind a plus sign. */
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,3}(?:[ .]\\d{3})*[ .]000|\\d+0000");

    /** A Moroccan company identifier (ICE) has 15 digits, of which the first are zeros. */
    private static final int ICE_DIGITS = 15;

    private static final String MOROCCO = "212";

    private ContactFinder() {}

    static boolean hasEmail(String text) {
        return EMAIL.matcher(plain(text)).find();
    }

    static boolean hasPhone(String text) {
        String plain = plain(text);
        return hasNumber(INTERNATIONAL, plain)
                || hasNumber(MOROCCAN, plain)
                || hasNumber(ANNOUNCED, plain)
                || PAIRS.matcher(plain).find()
                || AREA.matcher(plain).find()
                || AREA_IN_BRACKETS.matcher(plain).find();
    }

    private static boolean hasNumber(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String number = matcher.group("number");
            boolean isIce = digits(matcher.group()).startsWith("00")
                    && digits(matcher.group()).length() == ICE_DIGITS;
            boolean isAmount =
                    AMOUNT.matcher(number).matches() && !digits(number).startsWith(MOROCCO);
            if (!isIce && !isAmount && !YEARS.matcher(number).matches()) {
                return true;
            }
        }
        return false;
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    /** Returns the text without links, with ASCII digits, hyphens and blanks in the place of all others. */
    private static String plain(String text) {
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder plain = new StringBuilder(compatible.length());
        compatible.codePoints().forEach(point -> {
            if (Character.isDigit(point)) {
                plain.append(Character.digit(point, 10));
            } else if (Character.getType(point) == Character.DASH_PUNCTUATION) {
                plain.append('-');
            } else if (Character.isSpaceChar(point) || Character.isWhitespace(point)) {
                plain.append(' ');
            } else if (Character.getType(point) != Character.FORMAT) {
                plain.appendCodePoint(point);
            }
        });
        return LINK.matcher(plain).replaceAll(" ");
    }
}
