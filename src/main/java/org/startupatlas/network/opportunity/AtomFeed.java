package org.startupatlas.network.opportunity;

import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes days as a feed (RFC 4287). */
final class AtomFeed {

    static final String MEDIA_TYPE = "application/atom+xml;charset=utf-8";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    /** The authority and date of identifiers (RFC 4151), which stay the same under any address. */
    private static final String TAG = "tag:startupatlas.org,2026:opportunities";

    private final XMLStreamWriter xml;

    private AtomFeed(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** An entry: a day, and when what it says was last changed. */
    record Entry(Dated dated, String updated) {}

    /**
     * Returns a feed.
     *
     * @param updated the time at which it changed last
     * @param self the path and query of the feed, to which links are relative
     */
    static byte[] bytes(List<Entry> entries, String title, String updated, String self) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            new AtomFeed(xml).write(entries, title, updated, self);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }

    private void write(List<Entry> entries, String title, String updated, String self) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        element("id", TAG + self);
        element("title", title);
        element("updated", updated);
        xml.writeStartElement("author");
        element("name", "Startup Atlas");
        xml.writeEndElement();
        link("self", self);
        for (Entry entry : entries) {
            xml.writeStartElement("entry");
            element("id", TAG + ":" + entry.dated().id());
            element("title", entry.dated().summary() + ", " + entry.dated().date());
            element("updated", entry.updated());
            link("alternate", entry.dated().page());
            element("summary", entry.dated().description());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void link(String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
