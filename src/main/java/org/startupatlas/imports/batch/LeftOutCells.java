package org.startupatlas.imports.batch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.startupatlas.imports.cell.ClaimSource;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.TextNormalizer;

/** Keeps the texts of cells that are left out as claims, so that what a file says is not lost. */
final class LeftOutCells {

    /** Of cells without a source; the name of the key would change what the same file says. */
    private static final String PUBLISHER = "Startup Atlas";

    private static final String NOTE = "a cell of an imported file that was not understood";

    private LeftOutCells() {}

    /** Returns the claims of the cells of a row that are left out, except for those that name a source. */
    static List<ObjectNode> claims(ImportRow row, ClaimSource source) {
        return row.leftOut().stream()
                .filter(cell -> !ClaimSource.isName(cell.place().column()))
                .map(cell -> claim(cell, source))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static ObjectNode claim(Violation leftOut, ClaimSource source) {
        String text = withoutControlCharacters(leftOut.place().value());
        return text.isEmpty()
                ? null
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("field", leftOut.place().column())
                        .put("value", text)
                        .put("used", false)
                        .put("publisher", source.isNamed() ? source.publisher() : PUBLISHER)
                        .put("url", source.url())
                        .put("published", source.isNamed() ? source.published() : null)
                        .put("confidence", "unverified")
                        .put("note", NOTE);
    }

    private static String withoutControlCharacters(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> printable.appendCodePoint(Character.isISOControl(point) ? ' ' : point));
        return TextNormalizer.normalize(printable.toString(), false);
    }
}
