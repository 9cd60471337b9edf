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
        return BUNDLES.get(language).getString(kind.code() + ".title");
    }

    static String help(ProblemKind kind, Language language) {
        return BUNDLES.get(language).getString(kind.code() + ".help");
    }

    static String detail(String code, List<String> arguments, Language language) {
        Object[] inWords = arguments.stream()
                .map(argument -> {
                    String key = "value." + argument;
                    return BUNDLES.get(language).containsKey(key)
                            ? BUNDLES.get(language).getString(key)
                            : argument;
                })
                .toArray();
        return new MessageFormat(BUNDLES.get(language).getString(code), language.locale()).format(inWords);
    }
}
