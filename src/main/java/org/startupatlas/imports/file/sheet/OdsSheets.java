package org.startupatlas.imports.file.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.startupatlas.imports.file.table.ReadingLimits;
import org.startupatlas.query.parameter.RejectedException;

/** The sheets of an OpenDocument spreadsheet, all of which are in one part. */
final class OdsSheets implements Workbook.SheetIndex {

    private static final String CONTENT = "content.xml";
    private static final String MANIFEST = "META-INF/manifest.xml";

    private static final int MAX_SHEETS = 10_000;

    private final Archive archive;
    private final ReadingLimits limits;
    private final List<String> names = new ArrayList<>();
    private final Set<Integer> hidden = new HashSet<>();

    private OdsSheets(Archive archive, ReadingLimits limits) {
        this.archive = archive;
        this.limits = limits;
    }

    static OdsSheets of(Archive archive, ReadingLimits limits) throws IOException {
        requireUnencrypted(archive);
        OdsSheets sheets = new OdsSheets(archive, limits);
        try (XmlEvents xml = archive.open(CONTENT)) {
            sheets.read(xml);
        }
        return sheets;
    }

    private static void requireUnencrypted(Archive archive) throws IOException {
        Optional<XmlEvents> manifest = archive.find(MANIFEST);
        if (manifest.isPresent()) {
            try (XmlEvents xml = manifest.get()) {
                while (xml.next()) {
                    if (xml.isStart("encryption-data") || xml.isStart("encrypted-key")) {
                        throw RejectedException.unreadableFile(0, "encrypted-workbook");
                    }
                }
            }
        }
    }

    private void read(XmlEvents xml) {
        Set<String> hiddenStyles = new HashSet<>();
        String style = null;
        while (xml.next()) {
            if (xml.isStart("style")) {
                style = xml.attribute("name");
            } else if (xml.isStart("table-properties") && "false".equals(xml.attribute("display"))) {
                hiddenStyles.add(style);
            } else if (xml.isStart("table") && names.size() < MAX_SHEETS) {
                if (hiddenStyles.contains(xml.attribute("style-name"))) {
                    hidden.add(names.size());
                }
                names.add(String.valueOf(xml.attribute("name")));
                xml.skip();
            } else if (xml.isStart("tracked-changes")) {
                xml.skip();
            }
        }
    }

    @Override
    public List<String> names() {
        return List.copyOf(names);
    }

    @Override
    public boolean isHidden(int index) {
        return hidden.contains(index);
    }

    @Override
    public Sheet open(int index) throws IOException {
        XmlEvents xml = archive.open(CONTENT);
        int at = -1;
        while (at < index && xml.next()) {
            if (xml.isStart("tracked-changes")) {
                xml.skip();
            } else if (xml.isStart("table") && ++at < index) {
                xml.skip();
            }
        }
        return new Sheet(names.get(index), xml, new OdsLines(xml, limits));
    }
}
