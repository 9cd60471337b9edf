package org.startupatlas.imports.batch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.TextNormalizer;

/** Keeps the texts of cells that are left out as claims, so that what a file says is not lost. */
final class LeftOutCells {

    /** Until a file names its source, its claims have the publisher that the region of a city has. */
    private static final String PUBLISHER = "Startup Atlas";

    private static final String NOTE = "a cell of an imported file that was not understood";

    private LeftOutCells() {}

    /** Returns the claims of the cells of a row that are left out. */
    static List<ObjectNode> claims(ImportRow row) {
        return row.leftOut().stream()
                .map(LeftOutCells::claim)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static ObjectNode claim(Violation leftOut) {
        String text = withoutControlCharacters(leftOut.place().value());
        return text.isEmpty()
                ? null
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("field", leftOut.place().column())
                        .put("value", text)
                        .put("used", false)
                        .put("publisher", PUBLISHER)
                        .put("confidence", "unverified")
                        .put("note", NOTE);
    }

    private static String withoutControlCharacters(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> printable.appendCodePoint(Character.isISOControl(point) ? ' ' : point));
        return TextNormalizer.normalize(printable.toString(), false);
    }
}
