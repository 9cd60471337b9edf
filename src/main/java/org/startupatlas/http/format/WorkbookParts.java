package org.startupatlas.http.format;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The parts of a workbook besides the cells. */
final class WorkbookParts {

    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /** The styles of cells, by their index in {@link #STYLES}. */
    static final int PLAIN = 0;

    static final int HEADER = 1;
    static final int DAY = 2;
    static final int INTEGER = 3;

    /** A text that stays one when somebody edits it, as with an apostrophe before it. */
    static final int QUOTED = 4;

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    static final String RELATIONSHIPS = relationships(relationship(1, "officeDocument", "xl/workbook.xml"));

    static final String STYLES =
            """
            <styleSheet xmlns="%s">\
            <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts>\
            <fonts count="2">\
            <font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
            <font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
            </fonts>\
            <fills count="2"><fill><patternFill patternType="none"/></fill>\
            <fill><patternFill patternType="gray125"/></fill></fills>\
            <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
            <cellXfs count="5">\
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
            <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
            <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
            <xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/>\
            </cellXfs>\
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
            </styleSheet>"""
                    .formatted(MAIN);

    private WorkbookParts() {}

    static String sheetPath(int sheet) {
        return "xl/worksheets/sheet" + sheet + ".xml";
    }

    /** Returns the beginning of a sheet whose first row does not scroll. */
    static String sheetStart(boolean isRightToLeft) {
        return """
                <worksheet xmlns="%s"><sheetViews><sheetView%s workbookViewId="0">\
                <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>\
                <selection pane="bottomLeft"/></sheetView></sheetViews>"""
                .formatted(MAIN, isRightToLeft ? " rightToLeft=\"1\"" : "");
    }

    static String workbook(String name, int sheets) {
        return "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                + "\"><bookViews><workbookView/></bookViews><sheets>"
                + each(
                        sheets,
                        sheet -> "<sheet name=\"" + (sheet == 1 ? name : name + " (" + sheet + ")") + "\" sheetId=\""
                                + sheet + "\" r:id=\"rId" + sheet + "\"/>")
                + "</sheets></workbook>";
    }

    static String relationshipsOfWorkbook(int sheets) {
        return relationships(each(
                        sheets,
                        sheet -> relationship(
                                sheet, "worksheet", sheetPath(sheet).substring("xl/".length())))
                + relationship(sheets + 1, "styles", "styles.xml"));
    }

    static String contentTypes(int sheets) {
        return "<Types xmlns=\"" + PACKAGE + "/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + override("xl/workbook.xml", "sheet.main")
                + override("xl/styles.xml", "styles")
                + each(sheets, sheet -> override(sheetPath(sheet), "worksheet"))
                + "</Types>";
    }

    private static String override(String path, String type) {
        return "<Override PartName=\"/" + path + "\" ContentType=\"" + TYPE + type + "+xml\"/>";
    }

    private static String relationships(String each) {
        return "<Relationships xmlns=\"" + PACKAGE + "/relationships\">" + each + "</Relationships>";
    }

    private static String relationship(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String each(int sheets, IntFunction<String> content) {
        return IntStream.rangeClosed(1, sheets).mapToObj(content).collect(Collectors.joining());
    }
}
