package org.startupatlas.explore.text;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.startupatlas.schema.FieldLabels;
import org.startupatlas.schema.Language;

/** The texts of pages in one language, with the numbers and dates of that language as Morocco writes them. */
public final class Texts {

    private static final Map<Language, Texts> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Texts(language));
        }
    }

    private final Language language;
    private final Locale locale;
    private final Locale ofNumbers;
    private final ResourceBundle messages;
    private final FieldLabels fields;

    private Texts(Language language) {
        this.language = language;
        this.locale = language == Language.EN
                ? Locale.UK
                : new Locale.Builder()
                        .setLocale(language.locale())
                        .setRegion("MA")
                        .build();
        // Moroccan papers write French numbers as in France, with spaces.
        this.ofNumbers = language == Language.FR ? Locale.FRANCE : locale;
        this.messages = language.texts("explore/texts");
        this.fields = FieldLabels.of(language);
    }

    public static Texts of(Language language) {
        return ALL.get(language);
    }

    public Language language() {
        return language;
    }

    /** Returns the text of a key; throws if there is none, which a test finds. */
    public String get(String key) {
        return messages.getString(key);
    }

    /** Returns the text of a key with its arguments; numbers are formatted for the language. */
    public String get(String key, Object... arguments) {
        return format(messages.getString(key), arguments);
    }

    private String format(String pattern, Object... arguments) {
        Object[] texts = Arrays.stream(arguments)
                .map(argument -> argument instanceof Number number ? number(number) : argument)
                .toArray();
        return new MessageFormat(pattern, locale).format(texts);
    }

    /**
     * Returns the label of a field, a relation or a path of both; its dotted name if it has none.
     *
     * @param name the dotted name as in filters
     */
    public String field(String resource, String name) {
        return fields.label(resource, name);
    }

    /** Returns a filter as a phrase, such as "Founded: from 2020"; {@code operator} is its code. */
    public String filter(String operator, String field, String value) {
        return format(fields.pattern(operator), value, field);
    }

    /** Returns a number with the separators of the language. */
    public String number(Number number) {
        return NumberFormat.getInstance(ofNumbers).format(number);
    }

    /** Returns a number in a few characters, such as "25 Md", for the labels of charts. */
    public String shortNumber(double number) {
        NumberFormat format = NumberFormat.getCompactNumberInstance(ofNumbers, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    /** Returns a partial date as a reader of the language writes it. */
    public String date(String partialDate) {
        int slash = partialDate.indexOf('/');
        if (slash >= 0) {
            return date(partialDate.substring(0, slash)) + " – " + date(partialDate.substring(slash + 1));
        }
        if (partialDate.matches("\\d{4}-[HQ]\\d")) {
            String[] parts = partialDate.split("-");
            return get("date." + parts[1], parts[0]);
        }
        if (partialDate.matches("\\d{4}-\\d{2}")) {
            return DateTimeFormatter.ofPattern("MMMM uuuu", locale).format(YearMonth.parse(partialDate));
        }
        return partialDate.matches("\\d{4}-\\d{2}-\\d{2}") ? day(LocalDate.parse(partialDate)) : partialDate;
    }

    /** Returns a day as a reader of the language writes it. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }
}
