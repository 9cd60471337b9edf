package org.startupatlas.explore.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;

/** Writes how to cite a record. */
public final class Citations {

    private Citations() {}

    /** Returns the citation of a version of a record, with its name on the page and the address of the page. */
    public static String of(PageRequest request, String name, JsonNode record, LocalDate day) {
        return request.texts()
                .get(
                        "record.citation",
                        name,
                        String.valueOf(record.get("version").intValue()),
                        request.texts().day(day),
                        request.origin() + request.url());
    }
}
