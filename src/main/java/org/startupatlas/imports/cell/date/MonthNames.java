package org.startupatlas.imports.cell.date;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.startupatlas.record.Folding;

/** The names of months in French, English and Arabic, as used in Morocco, the Maghreb, Egypt and the Levant. */
final class MonthNames {

    /** One month a line; a name of two words has an underscore. */
    private static final String NAMES =
            """
            janvier janv january jan يناير جانفي كانون_الثاني
            fevrier fevr fev february feb فبراير فيفري شباط
            mars march mar مارس آذار
            avril avr april apr أبريل ابريل إبريل أفريل نيسان
            mai may ماي مايو أيار
            juin june jun يونيو يونيه جوان حزيران
            juillet juil july jul يوليوز يوليو يوليه جويلية تموز
            aout august aug غشت أغسطس أوت آب
            septembre sept september sep شتنبر سبتمبر أيلول
            octobre oct october أكتوبر اكتوبر تشرين_الأول
            novembre nov november نونبر نوفمبر تشرين_الثاني
            decembre dec december دجنبر ديسمبر كانون_الأول
            """;

    private static final Map<String, String> NUMBERS = numbers();

    private MonthNames() {}

    /** Returns the number of a month, from 1, by its folded name. */
    static Optional<String> number(String folded) {
        return Optional.ofNullable(NUMBERS.get(folded));
    }

    private static Map<String, String> numbers() {
        Map<String, String> numbers = new HashMap<>();
        String[] months = NAMES.strip().split("\n");
        for (int i = 0; i < months.length; i++) {
            for (String name : months[i].split(" ")) {
                numbers.put(Folding.fold(name.replace('_', ' ')), String.valueOf(i + 1));
            }
        }
        return numbers;
    }
}
