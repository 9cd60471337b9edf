package org.startupatlas.http.problem;

import io.vertx.core.http.HttpServerRequest;
import java.text.MessageFormat;
import java.util.ArrayList;
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

    private static final Map<Language, ResourceBundle> BUNDLES = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            BUNDLES.put(language, language.texts("problems"));
        }
    }

    /** Its second argument is the message key of the expected value. */
    private static final String INVALID_VALUE = "invalid-value";

    /** The codes of which an argument is the name of a resource, and its index. */
    private static final Map<String, Integer> RESOURCE_ARGUMENT = Map.of("unknown-reference", 1, "not-yours", 0);

    private ProblemTexts() {}

    public static String title(ProblemKind kind, Language language) {
        return format(kind.code() + ".title", language);
    }

    public static String help(ProblemKind kind, Language language) {
        return format(kind.code() + ".help", language);
    }

    /** Returns the message of a code in the words of spreadsheets, for rows and cells of files. */
    public static String ofCell(String code, List<String> arguments, Language language) {
        ResourceBundle bundle = BUNDLES.get(language);
        List<String> messageArguments = new ArrayList<>(arguments);
        Integer resource = RESOURCE_ARGUMENT.get(code);
        if (resource != null && resource < messageArguments.size()) {
            messageArguments.set(resource, bundle.getString("resource." + messageArguments.get(resource)));
        }
        if (code.equals(INVALID_VALUE)) {
            messageArguments.set(1, bundle.getString("value." + messageArguments.get(1)));
        }
        String key = "cell." + code;
        return format(bundle.containsKey(key) ? key : code, language, messageArguments.toArray());
    }

    /** Returns what to do about a problem of a file, a row or a cell; reports of older releases may have other codes. */
    public static String fix(String code, Language language) {
        String key = code + ".fix";
        return format(BUNDLES.get(language).containsKey(key) ? key : "other.fix", language);
    }

    /** Returns a sentence of a report. */
    public static String report(String sentence, Language language, Object... arguments) {
        return format("report." + sentence, language, arguments);
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
