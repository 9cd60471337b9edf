package org.startupatlas.http;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.startupatlas.query.Language;

/** The words of problems, in the three languages. */
final class ProblemTexts {

    /** Without fallback to the machine's own language: the request alone decides. */
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Map<Language, ResourceBundle> BUNDLES = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            BUNDLES.put(language, ResourceBundle.getBundle("problems", language.locale(), EXACT));
        }
    }

    private ProblemTexts() {}

    static String title(ProblemKind kind, Language language) {
        return format(kind.code() + ".title", language);
    }

    static String help(ProblemKind kind, Language language) {
        return format(kind.code() + ".help", language);
    }

    static String detail(String code, List<String> arguments, Language language) {
        return format(
                code,
                language,
                arguments.stream().map(argument -> inWords(argument, language)).toArray());
    }

    /** Some arguments are keys of words themselves: what a value should have been. */
    private static String inWords(String argument, Language language) {
        String key = "value." + argument;
        ResourceBundle bundle = BUNDLES.get(language);
        return bundle.containsKey(key) ? bundle.getString(key) : argument;
    }

    private static String format(String key, Language language, Object... arguments) {
        return new MessageFormat(BUNDLES.get(language).getString(key), language.locale()).format(arguments);
    }
}
