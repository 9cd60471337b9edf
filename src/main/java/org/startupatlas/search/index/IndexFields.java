package org.startupatlas.search.index;

import org.startupatlas.schema.Language;

/** The field names of the index. */
public final class IndexFields {

    /** The resource and id, by which a document is replaced. */
    public static final String KEY = "key";

    /** The resource, for filtering and as doc values. */
    public static final String RESOURCE = "resource";

    /** The id, as doc values; the last sort criterion, by which the older record comes first. */
    public static final String ID = "id";

    /** The length of the name, a sort criterion between score and id. */
    public static final String LENGTH = "length";

    /** The slug, stored. */
    public static final String SLUG = "slug";

    /** The words of the name and of other names. */
    public static final String NAME = "name";

    public static final String OTHER_NAME = "other_name";

    /** Each name without word boundaries, and the prefixes of it. */
    public static final String WHOLE_NAME = "name.whole";

    public static final String WHOLE_OTHER_NAME = "other_name.whole";
    public static final String NAME_PREFIX = "name.beginning";
    public static final String OTHER_NAME_PREFIX = "other_name.beginning";

    /** Adjacent words of any name, concatenated. */
    public static final String PAIR = "pair";

    /** The prefixes of each word of any name. */
    public static final String WORD_PREFIX = "word.beginning";

    private IndexFields() {}

    /** Returns the field with the codes that a record has in one of its fields. */
    public static String code(String field) {
        return "code." + field;
    }

    /** Returns the field with the stems of text in a language. */
    public static String text(Language language) {
        return "text." + language.code();
    }
}
