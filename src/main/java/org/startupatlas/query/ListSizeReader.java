package org.startupatlas.query;

import java.util.Collection;

/** Counts the records of lists that records name. */
public interface ListSizeReader {

    /** Returns the size of each list, all at one revision; one statement for each list. */
    ListSizes sizes(Collection<NamedList> lists);
}
