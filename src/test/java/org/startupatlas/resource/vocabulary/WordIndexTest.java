package org.startupatlas.resource.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.testing.H2Only;

/** Tests that words of spreadsheets in three languages denote the codes of the bundle. */
@H2Only
class WordIndexTest {
    private static final Path BUNDLE = Path.of("src", "main", "resources", "bundle");
    private static final String COUNTRIES = "countries";

    /** All words of the bundle, by vocabulary and code. */
    private static final Map<String, Map<String, List<String>>> WORDS = words();

    private static final Map<String, WordIndex> INDEXES = new HashMap<>();

    private static Map<String, Map<String, List<String>>> words() {
        Map<String, Map<String, List<String>>> words = new TreeMap<>();
        for (JsonNode country : records("countries.ndjson")) {
            String code = country.get("id").textValue();
            List<String> names =
                    new ArrayList<>(List.of(code, country.get("alpha3").textValue()));
            country.get("names").forEach(name -> names.add(name.textValue()));
            names.addAll(CountryNames.of(code));
            words.computeIfAbsent(COUNTRIES, key -> new TreeMap<>()).put(code, names);
        }
        for (JsonNode vocabulary : records("vocabularies.ndjson")) {
            for (JsonNode term : vocabulary.get("terms")) {
                List<String> names = new ArrayList<>(List.of(term.get("code").textValue()));
                term.get("labels").forEach(label -> names.add(label.textValue()));
                term.get("spellings").forEach(spelling -> names.add(spelling.textValue()));
                words.computeIfAbsent(vocabulary.get("id").textValue(), key -> new TreeMap<>())
                        .put(term.get("code").textValue(), names);
            }
        }
        return words;
    }

    private static List<JsonNode> records(String file) {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> records = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(BUNDLE.resolve(file))) {
                records.add(json.readTree(line));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return records;
    }

    private static WordIndex index(String vocabulary) {
        return INDEXES.computeIfAbsent(vocabulary, name -> {
            WordIndex index = new WordIndex();
            WORDS.get(name).forEach(index::add);
            return index;
        });
    }

    private static String code(String vocabulary, String text) {
        return index(vocabulary).codeOf(text).orElse("");
    }

    @Test
    void everyWordDenotesOneCode() {
        Map<String, Set<String>> shared = new TreeMap<>();
        WORDS.forEach((vocabulary, codes) -> {
            Map<String, Set<String>> byKey = new TreeMap<>();
            codes.forEach((code, words) -> words.forEach(
                    word -> LabelKeys.of(word).forEach(key -> byKey.computeIfAbsent(key, none -> new TreeSet<>())
                            .add(code))));
            byKey.values().removeIf(each -> each.size() == 1);
            byKey.forEach((key, each) -> shared.put(vocabulary + " " + key, each));
        });
        assertEquals(Map.of(), shared);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MA|Maroc",
                "MA|Morocco",
                "MA|المغرب",
                "MA|maroc ",
                "MA|MAR",
                "MA|marocaine",
                "MA|Marocains",
                "MA|Moroccan",
                "MA|مغربية",
                "MA|المغربية",
                "MA|Royaume du Maroc",
                "MA|KINGDOM OF MOROCCO",
                "MA|المملكة المغربية",
                "MA|Maroc (MA)",
                "MA|Maroc [MAR]",
                "MA|MA - Maroc",
                "MA|Morocco / Maroc",
                "MA|Maroc 🇲🇦",
                "MA|🇲🇦",
                "MA|🇲🇦 Morocco",
                "MA|Le Maroc",
                "FR|🇫🇷",
                "FR|La France",
                "FR|française",
                "ES|L'Espagne",
                "ES|L’Espagne",
                "GB|UK",
                "GB|U.K.",
                "GB|Great Britain",
                "GB|Grande Bretagne",
                "GB|Royaume Uni",
                "GB|royaume-uni",
                "GB|بريطانيا",
                "US|Etats Unis",
                "US|ETATS-UNIS",
                "US|U.S.A.",
                "US|United States of America",
                "US|États-Unis d’Amérique",
                "US|الولايات المتحدة الأمريكية",
                "US|American",
                "US|USA 🇺🇸",
                "CD|DR Congo",
                "CD|RDC",
                "CD|DRC",
                "CD|République Démocratique du Congo",
                "CD|Congo (Kinshasa)",
                "CG|Congo (Brazzaville)",
                "CG|Congo Brazzaville",
                "CV|Cap Vert",
                "CV|Cabo Verde",
                "CV|Cape Verde",
                "HK|Hong Kong",
                "HK|hong-kong",
                "TR|Turkey",
                "TR|Turquie",
                "TR|turque",
                "CZ|Czech Republic",
                "CZ|République tchèque",
                "CI|Ivory Coast",
                "CI|Cote d Ivoire",
                "CI|Côte-d'Ivoire",
                "CI|كوت ديفوار",
                "CI|ivoirienne",
                "AE|UAE",
                "AE|EAU",
                "AE|Emirats arabes unis",
                "AE|الإمارات",
                "SA|السعودية",
                "SA|KSA",
                "SA|Saudi",
                "PS|فلسطين",
                "PS|Palestine",
                "NL|The Netherlands",
                "NL|Pays Bas",
                "NL|Hollande",
                "MU|Île Maurice",
                "KR|Korea, Republic of",
                "KR|South Korea",
                "KR|République de Corée",
                "KP|North Korea",
                "BA|Bosnie & Herzégovine",
                "BA|Bosnia and Herzegovina",
                "TT|Trinidad and Tobago",
                "ST|Sao Tomé et Principe",
                "LC|Saint Lucia",
                "KN|St. Kitts and Nevis",
                "MK|Macedonia",
                "SZ|Swaziland",
                "MM|Birmanie",
                "MM|Burma",
                "GW|Guinée Bissau",
                "GN|Guinée-Conakry",
                "NE|nigérienne",
                "NG|nigériane",
                "NG|Nigerian",
                "TN|tunisienne",
                "TN|تونسية",
                "DZ|algérien",
                "EG|مصرية",
                "RE|Ile de la Réunion",
                "RE|Réunion",
                "VN|Viet-Nam",
                "GR|grecque",
                "NA|NA",
                "RU|Russian Federation",
                "LA|Lao PDR",
                "SY|Syrian Arab Republic",
                "TZ|Tanzania, United Republic of",
                "GF|Guyane",
                "GY|Guyana",
                "IE|Republic of Ireland"
            })
    void countryIsKnownByItsNames(String code, String text) {
        assertEquals(code, code(COUNTRIES, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Maroc 🇫🇷|MA",
                "Maroc (FR)|MA",
                "Espagne / France|''",
                "Marok|MA",
                "Maroc (Casablanca)|MA",
                "Allemange|DE",
                "Atlantide|''",
                "Corée|''",
                "Afrique|''",
                "🇲🇦🇫🇷|''",
                "UE|''"
            })
    void whatIsNoCountryHasSuggestions(String text, String nearest) {
        assertEquals("", code(COUNTRIES, text));
        List<String> codes = List.copyOf(WORDS.get(COUNTRIES).keySet());
        assertEquals(nearest, String.join(" ", index(COUNTRIES).nearest(text, codes)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sectors|logistics|Logistique",
                "sectors|logistics|logistics",
                "sectors|logistics|اللوجستيك",
                "sectors|logistics|Transport et logistique",
                "sectors|logistics|Transport & Logistique",
                "sectors|healthtech|E-santé",
                "sectors|healthtech|e santé",
                "sectors|healthtech|esante",
                "sectors|healthtech|Santé",
                "sectors|healthtech|Health Care",
                "sectors|healthtech|الصحة",
                "sectors|healthtech|Secteur de la santé",
                "sectors|hr_tech|RH",
                "sectors|hr_tech|الموارد البشرية",
                "sectors|foodtech|Agroalimentaire",
                "sectors|foodtech|Agro-alimentaire",
                "sectors|foodtech|FoodTech",
                "sectors|traveltech|Tourisme",
                "sectors|traveltech|Touristique",
                "sectors|traveltech|السياحة",
                "sectors|legaltech|Legaltech",
                "sectors|legaltech|Legal Tech",
                "sectors|edtech|Éducation",
                "sectors|edtech|Ed-Tech",
                "sectors|edtech|EDUCATION",
                "sectors|edtech|تعليم",
                "sectors|proptech|Immobilier",
                "sectors|proptech|Immobilière",
                "sectors|mobility|Transport",
                "sectors|mobility|transports",
                "sectors|energy|Énergie",
                "sectors|energy|énergies",
                "sectors|energy|Renewable energies",
                "sectors|retail|Commerce",
                "sectors|e_commerce|ecommerce",
                "sectors|e_commerce|E commerce",
                "sectors|fintech|Fin-Tech",
                "sectors|fintech|Banques",
                "sectors|marketing_advertising|Marketing & publicité",
                "sectors|agritech|Agriculture",
                "sectors|agritech|الفلاحة",
                "sectors|construction|BTP",
                "sectors|software_it|Informatique",
                "sectors|cybersecurity|Cyber-sécurité",
                "sectors|circular_economy|Recyclage",
                "sectors|smart_city|Smart-cities",
                "sectors|business_services|Services aux entreprises",
                "regions|MA-06|Casablanca Settat",
                "regions|MA-06|Région de Casablanca-Settat",
                "regions|MA-06|الدار البيضاء-سطات",
                "regions|MA-06|جهة الدار البيضاء سطات",
                "regions|MA-01|Tanger - Tétouan - Al Hoceima",
                "regions|MA-09|Souss Massa",
                "regions|MA-03|FES MEKNES",
                "regions|MA-02|l'oriental",
                "regions|MA-02|Oriental",
                "stages|scaleup|scale up",
                "stages|scaleup|Scale-ups",
                "stages|pre_seed|Pre Seed",
                "stages|pre_seed|préamorçage",
                "stages|mvp|MVP",
                "startup_statuses|active|Actif",
                "startup_statuses|closed|Fermées",
                "startup_statuses|acquired|Racheté",
                "partner_types|incubator|Incubateurs",
                "partner_types|university|universités",
                "partner_types|venture_capital|VC",
                "funding_types|series_a|Série A",
                "funding_types|series_a|Serie-A",
                "funding_types|grant|Subventions",
                "technologies|artificial_intelligence|Machine Learning",
                "business_models|b2b|B to B",
                "participation_states|selected|Retenue"
            })
    void labelIsKnownInOtherSpellings(String vocabulary, String code, String text) {
        assertEquals(code, code(vocabulary, text));
    }
}
