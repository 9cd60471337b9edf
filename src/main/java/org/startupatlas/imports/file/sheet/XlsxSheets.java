package org.startupatlas.imports.file.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.startupatlas.imports.file.table.ReadingLimits;
import org.startupatlas.query.parameter.RejectedException;

/** The sheets of a workbook in Office Open XML (ECMA-376), transitional or strict. */
final class XlsxSheets implements Workbook.SheetIndex {

    private static final String ROOT_RELATIONS = "_rels/.rels";

    /** A workbook has hardly more sheets; each is an entry of the directory. */
    private static final int MAX_SHEETS = 10_000;

    private final Archive archive;
    private final ReadingLimits limits;
    private final List<Entry> sheets = new ArrayList<>();
    private boolean is1904;
    private SharedStrings texts = SharedStrings.none();
    private NumberFormats formats = NumberFormats.none();

    /** A sheet in the list of a workbook. */
    private record Entry(String name, boolean isHidden, String part) {}

    /** The target of a relation between parts, with the last word of its type. */
    private record Relation(String type, String target) {}

    private XlsxSheets(Archive archive, ReadingLimits limits) {
        this.archive = archive;
        this.limits = limits;
    }

    static XlsxSheets of(Archive archive, ReadingLimits limits) throws IOException {
        XlsxSheets sheets = new XlsxSheets(archive, limits);
        sheets.read();
        return sheets;
    }

    private void read() throws IOException {
        String workbook = relations(ROOT_RELATIONS, "").values().stream()
                .filter(relation -> relation.type.equals("officeDocument"))
                .map(Relation::target)
                .findFirst()
                .orElse("xl/workbook.xml");
        if (workbook.endsWith(".bin")) {
            throw RejectedException.unreadableFile(0, "spreadsheet-file");
        }
        int slash = workbook.lastIndexOf('/') + 1;
        String folder = workbook.substring(0, slash);
        Map<String, Relation> relations = relations(folder + "_rels/" + workbook.substring(slash) + ".rels", folder);
        try (XmlEvents xml = archive.open(workbook)) {
            readSheets(xml, relations);
        }
        for (Relation relation : relations.values()) {
            if (relation.type.equals("sharedStrings") && archive.has(relation.target)) {
                try (XmlEvents xml = archive.open(relation.target)) {
                    texts = SharedStrings.read(xml, limits.cell());
                }
            } else if (relation.type.equals("styles") && archive.has(relation.target)) {
                try (XmlEvents xml = archive.open(relation.target)) {
                    formats = NumberFormats.read(xml);
                }
            }
        }
    }

    private void readSheets(XmlEvents xml, Map<String, Relation> relations) {
        while (xml.next()) {
            if (xml.isStart("workbookPr")) {
                String value = xml.attribute("date1904");
                is1904 = "1".equals(value) || "true".equals(value);
            } else if (xml.isStart("sheet") && sheets.size() < MAX_SHEETS) {
                String id = xml.attribute("id");
                Relation relation = id == null ? null : relations.get(id);
                String state = xml.attribute("state");
                if (relation != null && relation.type.equals("worksheet")) {
                    sheets.add(new Entry(
                            String.valueOf(xml.attribute("name")),
                            state != null && !state.equals("visible"),
                            relation.target));
                }
            }
        }
    }

    /** Returns the relations in a part by their ids, with whole paths of their targets. */
    private Map<String, Relation> relations(String part, String folder) throws IOException {
        Map<String, Relation> relations = new HashMap<>();
        if (!archive.has(part)) {
            return relations;
        }
        try (XmlEvents xml = archive.open(part)) {
            while (xml.next()) {
                String type = xml.isStart("Relationship") ? xml.attribute("Type") : null;
                String target = type == null ? null : xml.attribute("Target");
                if (target != null && relations.size() < MAX_SHEETS) {
                    String path = target.startsWith("/") ? target.substring(1) : folder + target;
                    relations.put(
                            String.valueOf(xml.attribute("Id")),
                            new Relation(type.substring(type.lastIndexOf('/') + 1), plain(path)));
                }
            }
        }
        return relations;
    }

    /** Returns a path without the steps {@code .} and {@code ..}. */
    private static String plain(String path) {
        List<String> steps = new ArrayList<>();
        for (String step : path.split("/")) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.remove(steps.size() - 1);
            } else if (!step.equals(".") && !step.equals("..")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    @Override
    public List<String> names() {
        return sheets.stream().map(Entry::name).toList();
    }

    @Override
    public boolean isHidden(int index) {
        return sheets.get(index).isHidden;
    }

    @Override
    public Sheet open(int index) throws IOException {
        Entry sheet = sheets.get(index);
        XmlEvents xml = archive.open(sheet.part);
        return new Sheet(sheet.name, xml, new XlsxLines(xml, texts, formats, is1904, limits));
    }
}
