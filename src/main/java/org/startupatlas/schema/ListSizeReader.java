package org.startupatlas.schema;

import java.util.Collection;

/** Counts the records of the lists that records name. */
public interface ListSizeReader {

    /** Returns the size of each list, all at one revision. Runs one statement per list. */
    ListSizes sizes(Collection<NamedList> lists);
}
