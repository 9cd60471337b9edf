package org.startupatlas.network.graph;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a part of the network as GraphML, which Gephi, yEd and NetworkX read. */
final class GraphMl {

    static final String MEDIA_TYPE = "application/graphml+xml";

    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

    private static final List<String> OF_GRAPHS = List.of("omitted", "revision", "license", "on");
    private static final List<String> OF_NODES = List.of("label", "resource", "slug", "distance");
    private static final List<String> OF_EDGES = List.of("kind", "detail", "validity", "evidence");

    private static final Map<String, String> NUMBERS = Map.of("distance", "int", "omitted", "int", "revision", "long");

    private final XMLStreamWriter xml;

    private GraphMl(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] bytes(Drawing drawing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            new GraphMl(xml).write(drawing);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }

    private void write(Drawing drawing) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace(NAMESPACE);
        declare("graph", OF_GRAPHS);
        declare("node", OF_NODES);
        declare("edge", OF_EDGES);
        xml.writeStartElement("graph");
        xml.writeAttribute("id", "network");
        xml.writeAttribute("edgedefault", "directed");
        data("omitted", String.valueOf(drawing.omitted()));
        data("revision", String.valueOf(drawing.meta().revision()));
        data("license", drawing.meta().license());
        data("on", drawing.meta().on());
        for (Drawing.DrawnNode node : drawing.nodes()) {
            xml.writeStartElement("node");
            xml.writeAttribute("id", node.key());
            data("label", node.node().name());
            data("resource", node.node().resource());
            data("slug", node.node().slug());
            data("distance", String.valueOf(node.distance()));
            xml.writeEndElement();
        }
        for (int i = 0; i < drawing.edges().size(); i++) {
            write("e" + i, drawing.edges().get(i));
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(String id, Drawing.DrawnEdge edge) throws XMLStreamException {
        xml.writeStartElement("edge");
        xml.writeAttribute("id", id);
        xml.writeAttribute("source", edge.source());
        xml.writeAttribute("target", edge.target());
        data("kind", edge.kind());
        data("detail", edge.detail());
        data("validity", edge.validity());
        data("evidence", edge.evidence().link());
        xml.writeEndElement();
    }

    private void declare(String element, List<String> names) throws XMLStreamException {
        for (String name : names) {
            xml.writeEmptyElement("key");
            xml.writeAttribute("id", name);
            xml.writeAttribute("for", element);
            xml.writeAttribute("attr.name", name);
            xml.writeAttribute("attr.type", NUMBERS.getOrDefault(name, "string"));
        }
    }

    private void data(String name, String value) throws XMLStreamException {
        if (value != null) {
            xml.writeStartElement("data");
            xml.writeAttribute("key", name);
            xml.writeCharacters(value);
            xml.writeEndElement();
        }
    }
}
