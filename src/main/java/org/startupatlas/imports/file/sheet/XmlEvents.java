package org.startupatlas.imports.file.sheet;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.startupatlas.query.parameter.RejectedException;

/**
 * Reads the tags and texts of a part. Names are compared without their namespaces, of which Office Open XML has two.
 * Document types and entities of their own, which no spreadsheet program writes, are errors.
 */
final class XmlEvents implements Closeable {

    private static final XMLInputFactory FACTORY = factory();

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final PartInput input;
    private final XMLStreamReader reader;
    private boolean isEnded;

    XmlEvents(PartInput input) {
        this.input = input;
        try {
            reader = FACTORY.createXMLStreamReader(decoded(input));
        } catch (XMLStreamException | IOException | RuntimeException broken) {
            throw Archive.damaged();
        }
    }

    /** Returns the characters of a part; the parser of the JDK would print on the console that bytes are invalid. */
    private static Reader decoded(PartInput input) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8.newDecoder()));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // The answer to the sender says what is wrong with a file; the log does not.
        factory.setXMLReporter((message, type, information, location) -> {});
        return factory;
    }

    /** Moves to the next tag or text; false at the end. */
    boolean next() {
        if (isEnded) {
            return false;
        }
        input.beginEvent();
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw Archive.damaged();
            }
            isEnded = event == XMLStreamConstants.END_DOCUMENT;
            return !isEnded;
        } catch (XMLStreamException broken) {
            throw refusal();
        } catch (RejectedException refused) {
            throw refused;
        } catch (RuntimeException broken) {
            // The parser of the JDK fails so on some damaged documents.
            throw refusal();
        }
    }

    private RejectedException refusal() {
        return input.isTooLarge() ? RejectedException.unreadableFile(0, "workbook-too-large") : Archive.damaged();
    }

    boolean isStart() {
        return reader.isStartElement();
    }

    boolean isStart(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean isEnd(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    boolean isText() {
        return reader.isCharacters();
    }

    String name() {
        return reader.getLocalName();
    }

    String text() {
        return reader.getText();
    }

    /** Returns an attribute by its name without namespace; null if there is none. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Returns a positive number of an attribute; the default if there is none. */
    int number(String name, int byDefault) {
        String text = attribute(name);
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : byDefault;
    }

    /** Moves to the end of the element at whose start the reader is. */
    void skip() {
        int depth = 1;
        while (depth > 0 && next()) {
            depth += reader.isStartElement() ? 1 : reader.isEndElement() ? -1 : 0;
        }
    }

    /** Returns how many bytes of the file were read. */
    long position() {
        return input.position();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
