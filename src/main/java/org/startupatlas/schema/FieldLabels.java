package org.startupatlas.schema;

import java.util.EnumMap;
import java.util.Map;
import java.util.ResourceBundle;

/** What people call resources, their fields and relations, and how filters are written as phrases, in one language. */
public final class FieldLabels {

    private static final Map<Language, FieldLabels> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new FieldLabels(language));
        }
    }

    private final ResourceBundle labels;

    private FieldLabels(Language language) {
        this.labels = language.texts("schema/fields");
    }

    public static FieldLabels of(Language language) {
        return ALL.get(language);
    }

    /**
     * Returns the label of a resource, a field, a relation or a path of both; its dotted name if it has none.
     *
     * @param name the dotted name as in filters
     */
    public String label(String resource, String name) {
        String ofResource = resource + "/" + name;
        if (labels.containsKey(ofResource)) {
            return labels.getString(ofResource);
        }
        return labels.containsKey(name) ? labels.getString(name) : name;
    }

    /** Returns the pattern of a filter's phrase: the value is its first argument, the field its second. */
    public String pattern(String operator) {
        return labels.getString("operator." + operator);
    }
}
