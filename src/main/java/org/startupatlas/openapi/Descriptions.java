package org.startupatlas.openapi;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.info.Info;
import org.eclipse.microprofile.openapi.models.servers.Server;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.startupatlas.query.Register;

/** What the document says of the API as a whole. */
final class Descriptions {

    /** The tag of what belongs to no resource. */
    static final String ABOUT = "About";

    /** The tag of what is about keys. */
    static final String KEYS = "Keys";

    /** The tag of what finds records by words. */
    static final String SEARCH = "Search";

    /** The tag of what tells of changes of all resources. */
    static final String CHANGES = "Changes";

    /** The tag of what is counted and summed. */
    static final String STATISTICS = "Statistics";

    /** The tag of what leaves as a whole. */
    static final String EXPORTS = "Exports";

    /** The tag of files that are read in. */
    static final String IMPORTS = "Imports";

    private Descriptions() {}

    static Info info() {
        return OASFactory.createInfo()
                .title("Startup Atlas")
                .version("1.0.0")
                .summary("The open API of the Moroccan startup ecosystem.")
                .description(
                        "Startups, programs, partners and countries, and how they are connected. Lists are filtered by"
                                + " the fields' own names with operators behind two underscores"
                                + " (`founded_year__gte=2020`), sorted with `sort`, paged with `cursor`. Conditions on the"
                                + " same list, reference or relation are about one and the same element. Parameters that are"
                                + " arrays take several values, separated by commas (within a value a comma is written"
                                + " `\\,`, and a backslash `\\\\`) or by repeating the parameter; no other parameter may be"
                                + " repeated. `content` is what a response is unless `format` or `Accept` ask for another"
                                + " format; these are under `x-content`. With `fields`, what `x-selected-by` marks has only the"
                                + " properties that are named; with `lang`, every `Text` is a string. Countries and"
                                + " regions are the lists of ISO and UN M49, shown as they are; this takes no position.")
                .contact(OASFactory.createContact().name("The operator of this instance; see objections in /v1/meta"))
                .license(OASFactory.createLicense().name("CC BY 4.0").identifier("CC-BY-4.0"));
    }

    static Server server() {
        Server server = OASFactory.createServer()
                .url("/")
                .description("The instance that serves this document, whether production, staging or local.");
        server.addExtension("x-internal", false);
        return server;
    }

    static List<Tag> tags(Register register) {
        List<Tag> tags = new ArrayList<>();
        tags.add(OASFactory.createTag().name(ABOUT).description("Where to begin, what can be asked, on what terms."));
        register.declarations()
                .forEach(declaration -> tags.add(OASFactory.createTag()
                        .name(Names.sentence(declaration.resource()))
                        .description(declaration.description())));
        tags.add(OASFactory.createTag().name(SEARCH).description("Records of all resources, found by words."));
        tags.add(OASFactory.createTag()
                .name(KEYS)
                .description("What opens writing: keys of contributors, curators and admins, issued by admins."));
        tags.add(OASFactory.createTag()
                .name(CHANGES)
                .description("Everything that was written, in order: how copies stay exact."));
        tags.add(OASFactory.createTag()
                .name(STATISTICS)
                .description(
                        "How many records there are of which kind, and how much money; exact, and of one revision."));
        tags.add(OASFactory.createTag()
                .name(EXPORTS)
                .description("Everything there is, or all that satisfies some filters, in one file of one revision."));
        tags.add(
                OASFactory.createTag()
                        .name(IMPORTS)
                        .description(
                                "Spreadsheets in: rows become records, or other values of those that are there. A row is the record"
                                        + " of its id, its slug, an external id or its name, whatever the case, accents, punctuation and"
                                        + " legal forms; what is nearly the same is told, never merged. Of a record that is there, an empty"
                                        + " cell leaves the value as it is. The same file twice changes nothing the second time. A file that"
                                        + " breaks off while it is sent is kept as a job that has failed, without a row and without its"
                                        + " idempotency key. A node that has no room for the file answers 503 with Retry-After."));
        return tags;
    }
}
