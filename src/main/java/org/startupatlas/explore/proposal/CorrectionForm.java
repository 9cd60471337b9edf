package org.startupatlas.explore.proposal;

/**
 * The form for a correction as it was sent.
 *
 * @param field the field to be corrected
 * @param value its new value
 */
public record CorrectionForm(String field, String value, String sourceUrl, String note) {

    public CorrectionForm {
        field = strip(field);
        value = strip(value);
        sourceUrl = strip(sourceUrl);
        note = strip(note);
    }

    private static String strip(String text) {
        return text == null ? "" : text.strip();
    }
}
