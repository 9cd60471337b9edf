package org.startupatlas.openapi.schema;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.info.Info;
import org.eclipse.microprofile.openapi.models.servers.Server;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.startupatlas.schema.SchemaRegistry;

/** What the document says of the API as a whole. */
public final class Descriptions {

    /** The tag of what belongs to no resource. */
    public static final String ABOUT = "About";

    /** The tag of what is about keys. */
    public static final String KEYS = "Keys";

    /** The tag of what finds records by words. */
    public static final String SEARCH = "Search";

    /** The tag of what tells of changes of all resources. */
    public static final String CHANGES = "Changes";

    /** The tag of what is counted and summed. */
    public static final String STATISTICS = "Statistics";

    /** The tag of what leaves as a whole. */
    public static final String EXPORTS = "Exports";

    /** The tag of files that are read in. */
    public static final String IMPORTS = "Imports";

    private Descriptions() {}

    public static Info info() {
        return OASFactory.createInfo()
                .title("Startup Atlas")
                .version("1.0.0")
                .summary("The open API of the Moroccan startup ecosystem.")
                .description(
                        "Startups, programs, partners and countries, and how they are connected. Lists are filtered by"
                                + " the fields' own names with operators behind two underscores"
                                + " (`founded_year__gte=2020`), sorted with `sort`, paged with `cursor`. Conditions on the"
                                + " same list, reference or relation are about one and the same element. A comma separates"
                                + " values; within a value it is written `\\,`, and a backslash `\\\\`. Countries and"
                                + " regions are the lists of ISO and UN M49, shown as they are; this takes no position.")
                .contact(OASFactory.createContact().name("The operator of this instance; see objections in /v1/meta"))
                .license(OASFactory.createLicense().name("CC BY 4.0").identifier("CC-BY-4.0"));
    }

    public static Server server() {
        Server server = OASFactory.createServer()
                .url("/")
                .description("The instance that serves this document, whether production, staging or local.");
        server.addExtension("x-internal", false);
        return server;
    }

    public static List<Tag> tags(SchemaRegistry register) {
        List<Tag> tags = new ArrayList<>();
        tags.add(OASFactory.createTag().name(ABOUT).description("Where to begin, what can be asked, on what terms."));
        register.declarations()
                .forEach(declaration -> tags.add(OASFactory.createTag()
                        .name(ComponentNames.sentence(declaration.resource()))
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
        tags.add(OASFactory.createTag()
                .name(IMPORTS)
                .description("Spreadsheets in: rows become records, or other values of those that are there."));
        return tags;
    }
}
