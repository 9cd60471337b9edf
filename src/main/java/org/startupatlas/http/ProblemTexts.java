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

    /** Its second argument is the key of the words for what the value should have been. */
    private static final String INVALID_VALUE = "invalid-value";

    private ProblemTexts() {}

    static String title(ProblemKind kind, Language language) {
        return format(kind.code() + ".title", language);
    }

    static String help(ProblemKind kind, Language language) {
        return format(kind.code() + ".help", language);
    }

    static String detail(String code, List<String> arguments, Language language) {
        Object[] words = arguments.toArray();
        if (code.equals(INVALID_VALUE)) {
            words[1] = BUNDLES.get(language).getString("value." + words[1]);
        }
        return format(code, language, words);
    }

    private static String format(String key, Language language, Object... arguments) {
        return new MessageFormat(BUNDLES.get(language).getString(key), language.locale()).format(arguments);
    }
}
