package org.startupatlas.openapi.schema;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.info.Info;
import org.eclipse.microprofile.openapi.models.servers.Server;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.schema.SchemaRegistry;

/** The descriptions of the API as a whole. */
public final class Descriptions {

    /** The tag of operations that belong to no resource. */
    public static final String ABOUT = "About";

    public static final String KEYS = "Keys";

    /** The tag of full-text search. */
    public static final String SEARCH = "Search";

    /** The tag of the changes of all resources. */
    public static final String CHANGES = "Changes";

    public static final String STATISTICS = "Statistics";

    public static final String EXPORTS = "Exports";

    public static final String IMPORTS = "Imports";

    /** The description of the API: what applies to many parameters and responses, described once. */
    private static final String DESCRIPTION =
            """
            Startups, programs, partners and countries, and how they are connected.

            Lists are filtered by the fields' own names with operators behind two underscores \
            (`founded_year__gte=2020`). Without an operator a field is one of the values, and a date lies within one of them; \
            `__ne` is none of them or no value, `__all` is all of them, `__lt`, `__lte`, `__gt` and `__gte` compare, \
            `__starts` and `__contains` look for text whatever the case and accents, `__exists` asks whether there is a \
            value. Conditions on the same list, reference or relation are about one and the same element.

            Parameters that are arrays take several values, separated by commas or by repeating the parameter; within a value \
            a comma is written `\\,` and a backslash `\\\\`. No other parameter may be repeated.

            At most three fields order a list. Records without a value come last in every order, and the id decides at the \
            end. Facets count over all records that satisfy the filters, each besides its own. Of more than %d words in `q`, \
            the first count.

            `content` describes a response as it is unless `format` or `Accept` ask for another format; those are under \
            `x-content`. With `fields`, what `x-selected-by` marks has only the properties that are named, though the schema \
            requires them all. With `lang`, every `Text` is a string: where a text is not written in that language, the next \
            of en, fr, ar; the labels of codes are under `labels`. `q` puts the best records first, unless `sort` says \
            otherwise.

            A read with `min_revision` is answered when the node has that revision, or is a 503 after two seconds. For a day, \
            the same write with the same `Idempotency-Key` gets the first answer again. The same write is the same JSON: white \
            space, the order of keys and how a number is written (1, 1.0, 1e0) do not count.

            Countries and regions are the lists of ISO and UN M49, shown as they are; this takes no position.
            """;

    private Descriptions() {}

    public static Info info() {
        return OASFactory.createInfo()
                .title("Startup Atlas")
                .version("1.0.0")
                .summary("The open API of the Moroccan startup ecosystem.")
                .description(DESCRIPTION.formatted(QueryLimits.MAX_SEARCH_TERMS).strip())
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

    public static List<Tag> tags(SchemaRegistry registry) {
        List<Tag> tags = new ArrayList<>();
        tags.add(OASFactory.createTag().name(ABOUT).description("Where to begin, what can be asked, on what terms."));
        registry.schemas()
                .forEach(schema -> tags.add(OASFactory.createTag()
                        .name(ComponentNames.sentence(schema.resource()))
                        .description(schema.description())));
        tags.add(OASFactory.createTag().name(SEARCH).description("Records of all resources, found by words."));
        tags.add(OASFactory.createTag()
                .name(KEYS)
                .description("What opens writing: keys of contributors, curators and admins, issued by admins."));
        tags.add(OASFactory.createTag()
                .name(CHANGES)
                .description("Everything that was written, in order: how copies stay exact."));
        tags.add(
                OASFactory.createTag()
                        .name(STATISTICS)
                        .description(
                                "How many records there are of which kind, and how much money; exact, and of one revision. Without"
                                        + " group_by all records are one group. A date counts in the period in which it certainly"
                                        + " lies, in UTC. Sums of money are parted by class and currency; averages have six digits."));
        tags.add(
                OASFactory.createTag()
                        .name(EXPORTS)
                        .description(
                                "Everything there is, or all that satisfies some filters, in one file of one revision. With as_of the filters"
                                        + " are on a record's own fields. With bom a table begins with the mark by which Excel knows UTF-8. With"
                                        + " manifest the answer is how many records and bytes the same export has, and their SHA-256."));
        tags.add(OASFactory.createTag()
                .name(IMPORTS)
                .description(
                        "Spreadsheets in: rows become records, or other values of those that are there. A row is the record"
                                + " of its id, its slug, an external id or its name, whatever the case, accents, punctuation and"
                                + " legal forms; what is nearly the same is reported, never merged. Of a record that is there, an empty"
                                + " cell leaves the value as it is. The same file twice changes nothing the second time. A file that"
                                + " breaks off while it is sent is kept as a job that has failed, without a row and without its"
                                + " idempotency key. A node that has no room for the file answers 503 with Retry-After. With"
                                + " mode=create a row whose record is there is refused. With on_error=stop the job ends at the first"
                                + " row that is refused, with what is before it written."));
        return tags;
    }
}
