package org.startupatlas;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;
import org.startupatlas.agreement.AgreementDeclaration;
import org.startupatlas.country.CountryDeclaration;
import org.startupatlas.fundinground.FundingRoundDeclaration;
import org.startupatlas.indicator.IndicatorDeclaration;
import org.startupatlas.participation.ParticipationDeclaration;
import org.startupatlas.partner.PartnerDeclaration;
import org.startupatlas.program.ProgramDeclaration;
import org.startupatlas.query.ChangesGrammar;
import org.startupatlas.query.ColumnLookup;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Expander;
import org.startupatlas.query.FormerNames;
import org.startupatlas.query.FullText;
import org.startupatlas.query.Grammar;
import org.startupatlas.query.ListReader;
import org.startupatlas.query.Lookup;
import org.startupatlas.query.NameLookup;
import org.startupatlas.query.NamedLists;
import org.startupatlas.query.Past;
import org.startupatlas.query.RecordReader;
import org.startupatlas.query.Referrers;
import org.startupatlas.query.Register;
import org.startupatlas.query.Replacements;
import org.startupatlas.query.SearchGrammar;
import org.startupatlas.query.SnapshotReader;
import org.startupatlas.query.StatsReader;
import org.startupatlas.query.Terms;
import org.startupatlas.site.SiteDeclaration;
import org.startupatlas.startup.StartupDeclaration;
import org.startupatlas.vocabulary.VocabularyDeclaration;

/** The one place that names every resource, and puts what they share together. */
public final class Catalogue {

    /** All resources, in the order in which they are documented. */
    public static final List<Declaration> DECLARATIONS = List.of(
            StartupDeclaration.STARTUPS,
            ProgramDeclaration.PROGRAMS,
            PartnerDeclaration.PARTNERS,
            CountryDeclaration.COUNTRIES,
            ParticipationDeclaration.PARTICIPATIONS,
            AgreementDeclaration.AGREEMENTS,
            FundingRoundDeclaration.FUNDING_ROUNDS,
            SiteDeclaration.SITES,
            IndicatorDeclaration.INDICATORS,
            VocabularyDeclaration.VOCABULARIES);

    private Catalogue() {}

    @Produces
    @Singleton
    static Register register() {
        return new Register(DECLARATIONS);
    }

    @Produces
    @Singleton
    static RecordReader records(DataSource database, Replacements log) {
        return new RecordReader(database, log);
    }

    @Produces
    @Singleton
    static ListReader lists(DataSource database, RecordReader records, FullText fullText) {
        return new ListReader(database, records, fullText);
    }

    @Produces
    @Singleton
    static SnapshotReader snapshots(DataSource database, Past past, ObjectMapper json) {
        return new SnapshotReader(database, past, json);
    }

    @Produces
    @Singleton
    static StatsReader stats(DataSource database, FullText fullText) {
        return new StatsReader(database, fullText);
    }

    @Produces
    @Singleton
    static Lookup lookup(Terms terms, RecordReader records, FormerNames formerNames) {
        return new Lookup(terms, records, formerNames);
    }

    @Produces
    @Singleton
    static ColumnLookup columns(DataSource database) {
        return new ColumnLookup(database);
    }

    @Produces
    @Singleton
    static NameLookup names(DataSource database) {
        return new NameLookup(database);
    }

    @Produces
    @Singleton
    static Referrers referrers(Register register, DataSource database) {
        return new Referrers(register, database);
    }

    @Produces
    @Singleton
    static FormerNames formerNames(DataSource database) {
        return new FormerNames(database);
    }

    @Produces
    @Singleton
    static Grammar grammar(Register register, Lookup lookup) {
        return new Grammar(register, lookup);
    }

    @Produces
    @Singleton
    static SearchGrammar searchGrammar(Register register) {
        return new SearchGrammar(register);
    }

    @Produces
    @Singleton
    static ChangesGrammar changesGrammar(Register register, Lookup lookup) {
        return new ChangesGrammar(register, lookup);
    }

    @Produces
    @Singleton
    static NamedLists namedLists(Register register, Grammar grammar, RecordReader records) {
        return new NamedLists(register, grammar, records);
    }

    @Produces
    @Singleton
    static Expander expander(Register register, DataSource database, NamedLists lists, ObjectMapper json) {
        return new Expander(register, database, lists, json);
    }
}
