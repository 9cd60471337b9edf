package org.startupatlas.network.model;

import java.util.List;
import org.startupatlas.network.model.Documents.Site;

/**
 * What a record contributes to the network.
 *
 * @param node the node, or null if the record only proves links
 * @param document the stored JSON of the node, UTF-8, or null; not copied, because it is never changed
 * @param site the site, or null if the record is none
 * @param links the links that follow from this record alone
 * @param drafts the links that need a second record
 * @param milestones what happened to a startup
 */
record Contribution(
        Node node, byte[] document, Site site, List<Link> links, List<Draft> drafts, List<Milestone> milestones) {

    Contribution {
        links = List.copyOf(links);
        drafts = List.copyOf(drafts);
        milestones = List.copyOf(milestones);
    }

    static Contribution of(Node node, byte[] document, List<Link> links, List<Draft> drafts) {
        return new Contribution(node, document, null, links, drafts, List.of());
    }

    static Contribution of(List<Link> links, List<Draft> drafts) {
        return new Contribution(null, null, null, links, drafts, List.of());
    }

    static Contribution of(Site site) {
        return new Contribution(null, null, site, List.of(), List.of(), List.of());
    }

    Contribution with(List<Milestone> happened) {
        return new Contribution(node, document, site, links, drafts, happened);
    }
}
