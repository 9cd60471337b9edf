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

    public static final String PROPOSALS = "Proposals";

    /** The tag of what follows from how records are linked. */
    public static final String NETWORK = "Network";

    /** The description of the API: what applies to many parameters and responses, described once. */
    private static final String DESCRIPTION =
            """
            Startups, programs, partners and countries, and how they are connected.

            Lists are filtered by the fields' own names with operators after two underscores \
            (`founded_year__gte=2020`). Without an operator a field is one of the values, and a date lies within one of them; \
            `__ne` is none of them or no value, `__all` is all of them, `__lt`, `__lte`, `__gt` and `__gte` compare, \
            `__starts` and `__contains` look for text whatever the case and accents, `__exists` asks whether there is a \
            value. `/v1/meta` lists all filters. Conditions on the same list, reference or relation are about one and the same element.

            Parameters that are arrays take several values, separated by commas or by repeating the parameter; within a value \
            a comma is written `\\,` and a backslash `\\\\`. No other parameter may be repeated.

            At most three fields order a list. Records without a value come last in every order, and the id decides at the \
            end. A facet counts the records that satisfy all filters but its own. Of more than %d words in `q`, \
            the first count.

            `content` describes a response as it is unless `format` or `Accept` ask for another format; those are under \
            `x-content`. With `fields`, what `x-selected-by` marks has only the properties that are named, though the schema \
            requires them all. With `lang`, every `Text` is a string: where a text is not written in that language, the next \
            of en, fr, ar; the labels of codes are under `labels`. `q` puts the best records first, unless `sort` says \
            otherwise.

            In a record that is written, references may be slugs; they are stored as ids. `PUT` makes what is left out unknown \
            and creates nothing. In a `PATCH`, a JSON Merge Patch (RFC 7396), null makes a value unknown, and lists are \
            replaced as a whole. The id and slug of a deleted record answer 410 forever; its history remains. When another \
            record is merged into one, the values of that one stay, its gaps are filled, lists, names and provenance are \
            joined, references are moved, and the other's id and slug redirect to it forever: 308 for reads, 409 for writes. \
            A redaction removes a value from a record, even a deleted one, and from every copy that the registry keeps; it \
            is itself a change, so that other copies lose the value too.

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
        tags.add(OASFactory.createTag().name(ABOUT).description("Entry points, metadata and terms of use."));
        registry.schemas()
                .forEach(schema -> tags.add(OASFactory.createTag()
                        .name(ComponentNames.sentence(schema.resource()))
                        .description(schema.description())));
        tags.add(OASFactory.createTag().name(SEARCH).description("Records of all resources, found by words."));
        tags.add(OASFactory.createTag()
                .name(NETWORK)
                .description("Whom records should meet, who reaches which country through whom, and which agreements"
                        + " are missing, with the reasons. There is no as_of: on chooses the day."));
        tags.add(OASFactory.createTag()
                .name(KEYS)
                .description("The keys for writing, of contributors, curators and admins; issued by admins."));
        tags.add(OASFactory.createTag()
                .name(PROPOSALS)
                .description(
                        "Corrections that anybody suggests and curators decide. Without a key that could decide, they"
                                + " are off (403)."));
        tags.add(OASFactory.createTag().name(CHANGES).description("All changes in order, by which copies stay exact."));
        tags.add(OASFactory.createTag()
                .name(STATISTICS)
                .description("Numbers of records and sums of money; exact, and of one revision. Without group_by all"
                        + " records are one group; metrics names other figures of each than the count. Groups come by time where there are periods, else the most frequent"
                        + " first; unknown last. A date counts in the period in which it certainly lies, in UTC. Sums"
                        + " of money are separated by class and currency, each in rows of its own; averages have six"
                        + " digits."));
        tags.add(OASFactory.createTag()
                .name(EXPORTS)
                .description("All records, or those that satisfy some filters, in one file of one revision,"
                        + " which Atlas-Revision names, in the order of their ids. A response that breaks off is"
                        + " incomplete. With as_of, filters are on a record's own fields. With bom, a table begins with"
                        + " the mark by which Excel recognizes UTF-8. With manifest, the answer is the"
                        + " number of records and bytes of the same export, and its SHA-256."));
        tags.add(OASFactory.createTag()
                .name(IMPORTS)
                .description(
                        "Imports of spreadsheets: rows create records or update existing ones. A row belongs to the"
                                + " record with its id, its slug, an external id or its name, regardless of case,"
                                + " accents, punctuation and legal forms; similar records are reported, never merged."
                                + " An empty cell leaves the value of an existing record unchanged. The same file twice"
                                + " changes nothing the second time. A file whose upload breaks off is kept as a failed"
                                + " job, without rows and without its idempotency key. A node that has no room for the"
                                + " file answers 503 with Retry-After. With dry_run all of it is"
                                + " done and nothing written. With mode=create a row whose record exists is refused;"
                                + " with upsert it updates the record. With on_error=stop the job ends at the first"
                                + " refused row, and the rows before it are written; with skip it continues. A cell"
                                + " that is not understood is left out; with strict, its row is refused. With"
                                + " conflict=overwrite a different stored value is replaced; with fill and ask only"
                                + " unknown values are written, and ask reports the others. With match=name a record"
                                + " of that name is updated although its country or website differ. In"
                                + " mapping, null leaves a column out, and keys of NDJSON may be dotted. lang beats"
                                + " Accept-Language."));
        return tags;
    }
}
