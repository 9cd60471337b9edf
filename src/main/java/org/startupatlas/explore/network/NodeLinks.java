package org.startupatlas.explore.network;

import java.util.List;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.SourceTexts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.http.PagePaths;
import org.startupatlas.network.model.Evidence;
import org.startupatlas.network.model.Node;
import org.startupatlas.network.model.Partner;
import org.startupatlas.network.model.Program;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.model.Source;
import org.startupatlas.network.model.Startup;
import org.startupatlas.network.route.NodeJson;
import org.startupatlas.schema.Language;

/** Links from pages to the records of the network. */
public final class NodeLinks {

    private static final String FIRST_STRONG_ISOLATE = "\u2068";

    private static final String POP_ISOLATE = "\u2069";

    private NodeLinks() {}

    /** Returns the name of a node in the language of the page, with the link to its page. */
    public static Anchor of(Node node, PageRequest request) {
        return of(NodeJson.of(node, request.language()), request);
    }

    /** Returns the name of a node with the link to its page. */
    public static Anchor of(NodeJson node, PageRequest request) {
        String href = node.resource().equals(RecordKey.COUNTRIES)
                ? request.path(RecordKey.COUNTRIES) + "#" + node.id()
                : request.path(node.resource(), node.slug());
        return new Anchor(node.name(), href);
    }

    public static List<Anchor> of(List<NodeJson> nodes, PageRequest request) {
        return nodes.stream().map(node -> of(node, request)).toList();
    }

    /** Returns the name of a node in a language. */
    public static String name(Node node, Language language) {
        return NodeJson.of(node, language).name();
    }

    /** Returns a name for a sentence of the page, isolated from its direction: Latin names are frequent in Arabic texts. */
    public static String inSentence(String name) {
        return FIRST_STRONG_ISOLATE + name + POP_ISOLATE;
    }

    /** Returns the country that a node is in or is; null if that is not known. Of several, the first. */
    public static String country(Node node) {
        if (node instanceof Startup startup) {
            return startup.country();
        }
        if (node instanceof Partner partner) {
            return partner.country();
        }
        if (node instanceof Program program) {
            return program.countries().stream().findFirst().orElse(null);
        }
        return node.id();
    }

    /** Returns the publisher of a source with the link to its page; null if neither is known. */
    public static Anchor source(Source source) {
        String url = SourceTexts.webAddress(source.url());
        String text = source.publisher() == null ? url : source.publisher();
        return text == null ? null : new Anchor(text, url);
    }

    /** Returns the record that proves something: its page, or its address in the API if it has none. */
    public static Anchor evidence(Evidence evidence, PageRequest request) {
        RecordKey record = evidence.record();
        String href = PagePaths.hasPages(record.resource())
                ? request.path(record.resource(), evidence.slug())
                : "/v1/" + record;
        return new Anchor(evidence.name(), href);
    }
}
