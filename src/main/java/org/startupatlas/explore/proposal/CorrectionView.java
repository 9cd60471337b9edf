package org.startupatlas.explore.proposal;

import java.util.List;
import org.startupatlas.explore.view.Anchor;

/**
 * The form that suggests a correction of a record.
 *
 * @param record the record, with the link to its page
 * @param action the address that the form is sent to
 * @param isOpen whether suggestions are accepted on this node
 * @param fields the fields that can be corrected
 * @param selected the selected field; null if none is
 * @param value the new value as it was entered
 * @param sourceUrl the source as it was entered
 * @param note the note as it was entered
 * @param errors what has to be changed before the form can be sent, each with the link to the input
 */
public record CorrectionView(
        Anchor record,
        String action,
        boolean isOpen,
        List<Option> fields,
        Option selected,
        String value,
        String sourceUrl,
        String note,
        List<Anchor> errors) {

    /**
     * A field that can be corrected.
     *
     * @param current its current value as text; empty if it is not known
     * @param hint how to write the new value
     */
    public record Option(String name, String label, String current, String hint) {}

    public CorrectionView {
        fields = List.copyOf(fields);
        errors = List.copyOf(errors);
    }
}
