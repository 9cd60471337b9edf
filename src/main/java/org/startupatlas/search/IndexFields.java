package org.startupatlas.search;

import org.startupatlas.query.Language;

/** What the fields of the index are called. */
final class IndexFields {

    /** Resource and id together, by which a record is replaced. */
    static final String KEY = "key";

    /** The resource, to be asked for and to be told. */
    static final String RESOURCE = "resource";

    /** The id, to be told; of equals the one with the lower id, which is the older record, comes first. */
    static final String ID = "id";

    /** What decides between equals, before the id: the length of the name. */
    static final String LENGTH = "length";

    /** The slug, to be told. */
    static final String SLUG = "slug";

    /** The words of the name, and of other names. */
    static final String NAME = "name";

    static final String OTHER_NAME = "other_name";

    /** Each name as a whole, run together, and its beginnings. */
    static final String WHOLE_NAME = "name.whole";

    static final String WHOLE_OTHER_NAME = "other_name.whole";
    static final String BEGINNING = "name.beginning";
    static final String OTHER_BEGINNING = "other_name.beginning";

    /** Two words of any name that stand together, run together. */
    static final String PAIR = "pair";

    /** The beginnings of each word of any name. */
    static final String WORD_BEGINNING = "word.beginning";

    private IndexFields() {}

    /** The codes that a record has in a field. */
    static String code(String field) {
        return "code." + field;
    }

    /** The stems of what is said in a language. */
    static String text(Language language) {
        return "text." + language.code();
    }
}
