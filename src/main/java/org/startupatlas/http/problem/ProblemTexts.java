package org.startupatlas.http.problem;

import io.vertx.core.http.HttpServerRequest;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.startupatlas.http.PagePaths;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.schema.Language;

/** The messages of problems in the three languages. */
public final class ProblemTexts {

    /** Disables the fallback to the default locale of the JVM: only the request determines the language. */
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Map<Language, ResourceBundle> BUNDLES = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            BUNDLES.put(language, ResourceBundle.getBundle("problems", language.locale(), EXACT));
        }
    }

    /** Its second argument is the message key of the expected value. */
    private static final String INVALID_VALUE = "invalid-value";

    private ProblemTexts() {}

    public static String title(ProblemKind kind, Language language) {
        return format(kind.code() + ".title", language);
    }

    public static String help(ProblemKind kind, Language language) {
        return format(kind.code() + ".help", language);
    }

    /** Returns the message of a code. */
    public static String detail(String code, List<String> arguments, Language language) {
        Object[] messageArguments = arguments.toArray();
        if (code.equals(INVALID_VALUE)) {
            messageArguments[1] = BUNDLES.get(language).getString("value." + messageArguments[1]);
        }
        return format(code, language, messageArguments);
    }

    private static String format(String key, Language language, Object... arguments) {
        return new MessageFormat(BUNDLES.get(language).getString(key), language.locale()).format(arguments);
    }

    /**
     * Returns the language of the page for the path of one, else {@code lang=} if it is one of the three languages, else
     * the best match of {@code Accept-Language}, else English.
     */
    public static Language language(HttpServerRequest request) {
        return PagePaths.language(request.path()).orElseGet(() -> requested(request));
    }

    private static Language requested(HttpServerRequest request) {
        String query = request.query();
        for (Language language : Language.values()) {
            if (query != null && ("&" + query + "&").contains("&lang=" + language.code() + "&")) {
                return language;
            }
        }
        return accepted(request.getHeader("Accept-Language"));
    }

    private static Language accepted(String header) {
        if (header == null) {
            return Language.EN;
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
            Locale best = Locale.lookup(ranges, List.of(Locale.ENGLISH, Locale.FRENCH, Language.AR.locale()));
            return best == null
                    ? Language.EN
                    : Language.ofCode(best.getLanguage()).orElse(Language.EN);
        } catch (IllegalArgumentException malformed) {
            return Language.EN; // RFC 9110, section 12.5.4: an invalid header counts as absent
        }
    }
}
