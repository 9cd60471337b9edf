package org.startupatlas.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A workbook, read as Excel reads it.
 *
 * @param sheets the rows of each sheet, by its name; a cell is a text, a number, a boolean, a date, or empty
 * @param parts the parts as XML, by their path
 */
public record Workbook(Map<String, List<List<Object>>> sheets, Map<String, String> parts) {
    /** The media type. */
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final Pattern REFERENCE = Pattern.compile("([A-Z]+)(\\d+)");

    /** An escaped character (ST_Xstring). */
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-F]{4})_");

    /** Reads the workbook of a path. */
    public static Workbook at(String path) {
        Response answer = Atlas.get(200, path);
        assertEquals(MEDIA_TYPE, answer.contentType());
        return of(answer.asByteArray());
    }

    /** Reads a workbook. */
    public static Workbook of(byte[] file) {
        Map<String, String> parts = parts(file);
        parts.keySet().stream()
                .filter(part -> !part.endsWith(".rels") && !part.startsWith("["))
                .forEach(part ->
                        assertTrue(parts.get("[Content_Types].xml").contains("PartName=\"/" + part + "\""), part));
        Map<String, String> targets = new LinkedHashMap<>();
        elements(parse(parts.get("xl/_rels/workbook.xml.rels")), "Relationship")
                .forEach(each -> targets.put(each.getAttribute("Id"), "xl/" + each.getAttribute("Target")));
        Styles styles = new Styles(parse(parts.get("xl/styles.xml")));
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        for (Element sheet : elements(parse(parts.get("xl/workbook.xml")), "sheet")) {
            String xml = parts.get(targets.get(sheet.getAttribute("r:id")));
            sheets.put(sheet.getAttribute("name"), rows(parse(xml), styles));
        }
        return new Workbook(sheets, parts);
    }

    /** Returns the rows of the only sheet, the header first. */
    public List<List<Object>> rows() {
        assertEquals(1, sheets.size(), () -> sheets.keySet().toString());
        return sheets.values().iterator().next();
    }

    /** Returns the XML of the first sheet. */
    public String sheet() {
        return parts.get("xl/worksheets/sheet1.xml");
    }

    /** The formats of cells. */
    private record Styles(Document document) {
        /** Returns whether a cell of a style shows a date. */
        boolean isDate(String style) {
            if (style.isEmpty()) {
                return false;
            }
            Element formats = elements(document, "cellXfs").get(0);
            String id = ((Element) formats.getElementsByTagName("xf").item(Integer.parseInt(style)))
                    .getAttribute("numFmtId");
            return elements(document, "numFmt").stream()
                    .anyMatch(format -> format.getAttribute("numFmtId").equals(id)
                            && format.getAttribute("formatCode").equals("yyyy-mm-dd"));
        }
    }

    private static List<List<Object>> rows(Document sheet, Styles styles) {
        List<List<Object>> rows = new ArrayList<>();
        for (Element row : elements(sheet, "row")) {
            rows.add(new ArrayList<>());
            assertEquals(String.valueOf(rows.size()), row.getAttribute("r"));
            List<Object> cells = rows.get(rows.size() - 1);
            NodeList children = row.getElementsByTagName("c");
            for (int i = 0; i < children.getLength(); i++) {
                Element cell = (Element) children.item(i);
                Matcher reference = REFERENCE.matcher(cell.getAttribute("r"));
                assertTrue(reference.matches(), cell.getAttribute("r"));
                assertEquals(String.valueOf(rows.size()), reference.group(2));
                while (cells.size() < column(reference.group(1))) {
                    cells.add("");
                }
                cells.add(value(cell, styles));
            }
        }
        return rows;
    }

    private static int column(String letters) {
        int number = 0;
        for (char letter : letters.toCharArray()) {
            number = number * 26 + letter - 'A' + 1;
        }
        return number - 1;
    }

    private static Object value(Element cell, Styles styles) {
        String content = cell.getTextContent();
        return switch (cell.getAttribute("t")) {
            case "inlineStr" -> ESCAPE.matcher(content)
                    .replaceAll(escape ->
                            Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
            case "b" -> content.equals("1");
            case "e" -> "ERROR:" + content;
            case "" -> styles.isDate(cell.getAttribute("s"))
                    ? DAY_ZERO.plusDays(Long.parseLong(content))
                    : new BigDecimal(content);
            default -> throw new AssertionError(cell.getAttribute("t"));
        };
    }

    private static Map<String, String> parts(byte[] file) {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
        return parts;
    }

    private static Document parse(String xml) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (IOException | SAXException | ParserConfigurationException invalid) {
            throw new AssertionError(invalid);
        }
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
