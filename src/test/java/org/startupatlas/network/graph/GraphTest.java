package org.startupatlas.network.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.http.Limits;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.H2Only;
import org.startupatlas.testing.RealBundle;
import org.w3c.dom.Document;

/** Tests drawings of the bundled network. The network is in memory, and does not depend on the database. */
@H2Only
@QuarkusTest
@TestProfile(RealBundle.class)
class GraphTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void drawingIsBoundedAndItsEdgesAreBetweenItsNodes(int depth) {
        Drawing drawing = Atlas.one(Drawing.class, "/v1/network/graph?around=partners/plug-and-play&depth=" + depth);
        Set<String> keys = drawing.nodes().stream().map(Drawing.DrawnNode::key).collect(Collectors.toSet());
        assertEquals(drawing.nodes().size(), keys.size());
        assertTrue(keys.size() <= Limits.MAX_DRAWN_NODES);
        assertTrue(drawing.nodes().stream().allMatch(node -> node.distance() <= depth));
        assertTrue(drawing.edges().size() >= keys.size() - 1);
        assertEquals(
                List.of(),
                drawing.edges().stream()
                        .filter(edge -> !keys.contains(edge.source()) || !keys.contains(edge.target()))
                        .toList());
    }

    @Test
    void graphMlHasTheSameNodesAndEdges() throws Exception {
        String path = "/v1/network/graph?around=MA&depth=1";
        Drawing drawing = Atlas.one(Drawing.class, path);
        Response answer = Atlas.get(200, path + "&format=graphml");
        assertTrue(answer.contentType().startsWith("application/graphml+xml"));
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.asByteArray()));
        assertEquals(
                drawing.nodes().size(), document.getElementsByTagName("node").getLength());
        assertEquals(
                drawing.edges().size(), document.getElementsByTagName("edge").getLength());
        assertTrue(drawing.omitted() > 0);
    }
}
