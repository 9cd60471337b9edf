package org.startupatlas.search.index;

import org.startupatlas.schema.Language;

/** What the fields of the index are called. */
public final class IndexFields {

    /** Resource and id together, by which a record is replaced. */
    public static final String KEY = "key";

    /** The resource, to be asked for and to be told. */
    public static final String RESOURCE = "resource";

    /** The id, to be told; of equals the one with the lower id, which is the older record, comes first. */
    public static final String ID = "id";

    /** What decides between equals, before the id: the length of the name. */
    public static final String LENGTH = "length";

    /** The slug, to be told. */
    public static final String SLUG = "slug";

    /** The words of the name, and of other names. */
    public static final String NAME = "name";

    public static final String OTHER_NAME = "other_name";

    /** Each name as a whole, run together, and its beginnings. */
    public static final String WHOLE_NAME = "name.whole";

    public static final String WHOLE_OTHER_NAME = "other_name.whole";
    public static final String BEGINNING = "name.beginning";
    public static final String OTHER_BEGINNING = "other_name.beginning";

    /** Two words of any name that stand together, run together. */
    public static final String PAIR = "pair";

    /** The beginnings of each word of any name. */
    public static final String WORD_BEGINNING = "word.beginning";

    private IndexFields() {}

    /** The codes that a record has in a field. */
    public static String code(String field) {
        return "code." + field;
    }

    /** The stems of what is said in a language. */
    public static String text(Language language) {
        return "text." + language.code();
    }
}
