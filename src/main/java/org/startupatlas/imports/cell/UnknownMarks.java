package org.startupatlas.imports.cell;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.record.Folding;
import org.startupatlas.record.TextNormalizer;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.type.ValueTypes;

/**
 * The marks by which spreadsheets and programs say that a value is unknown. A code of a vocabulary is looked up before:
 * in a column of countries, {@code NA} is Namibia.
 */
final class UnknownMarks {

    /** No mark is longer. */
    private static final int MAX_LENGTH = 40;

    /** Dashes, dots and other signs without a letter, a digit or a currency; {@code #####} is a column too narrow. */
    private static final Pattern SIGNS =
            Pattern.compile("[\\p{Pd}\u2212\\p{Zs}_~.\u2026\u00b7\u2022*?\u061f\u00bf/\\\\|'\"`()\\[\\]<>{}#,;:!]*");

    /** The errors of LibreOffice. */
    private static final Pattern ERROR_NUMBER = Pattern.compile("err:\\d{3}");

    /** Marks that no text has as its meaning: what programs write, and the errors of spreadsheets in their languages. */
    private static final Set<String> CERTAIN = folded(
            "n/a n.a. n.a n/d n.d. n.d n/c n.c. n.c n/r n.r. n.r n.s. s.o. null (null) <null> [null] none nan <na>"
                    + " <nan> undefined \\n"
                    + " #n/a #n/a! #na #n/d #nd #ref #ref! #value! #valeur! #valor! #wert! #valore! #name? #nom? #nombre?"
                    + " #¿nombre? #div/0! #num! #nombre! #¡num! #¡ref! #¡valor! #bezug! #nv #null! #nul! #spill! #calc!"
                    + " #error! #erreur! #field! #busy! #getting_data #unknown!",
            " ");

    /** Words that mean it in a cell of their own, but may be a name or the whole of a note. */
    private static final Set<String> IN_CELLS = folded(
            "na|nc|nd|n a|n c|nat|unknown|not available|not applicable|not disclosed|undisclosed|not known|missing|no"
                    + " data|tbd|tbc|tba|to be defined|to be confirmed|inconnu|inconnue|inconnus|inconnues|non connu|non"
                    + " communiqué|non communiquée|non disponible|non renseigné|non renseignée|non précisé|non"
                    + " précisée|non défini|non définie|non applicable|non divulgué|non divulguée|confidentiel|pas de"
                    + " données|à compléter|à préciser|à définir|à confirmer|sans"
                    + " objet|néant|aucun|aucune|manquant|manquante|غير متوفر|غير متوفرة|غير معروف|غير معروفة|غير محدد|غير"
                    + " محددة|غير معلن|غير مذكور|لا يوجد|لا توجد|لا شيء|لا ينطبق|مجهول",
            "|");

    /** What databases and spreadsheets show for a date that is none. */
    private static final Pattern NO_DATE =
            Pattern.compile("(?:0{4}-00-00|00?/00?/0{4}|00?/01?/1900)(?:[ t]00?:00(?::00(?:\\.0+)?)?)?");

    /** An external id of zeros only, or of one sign repeated, is none. */
    private static final Pattern NO_ID = Pattern.compile("0+|(x)\\1*|(?:0[ .-]*)+");

    private UnknownMarks() {}

    /** Returns whether a text of a field that is no code says that the value is unknown. */
    static boolean isUnknown(Field field, String text) {
        // Words of lists are compared exactly: na is the language of Nauru.
        if (text.length() > 2 * MAX_LENGTH || field.type() == ValueTypes.TOKENS) {
            return TextNormalizer.normalize(text, field.isMultiline()).isEmpty();
        }
        String folded = Folding.fold(TextNormalizer.normalize(text, false));
        if (SIGNS.matcher(folded).matches() || ERROR_NUMBER.matcher(folded).matches() || CERTAIN.contains(folded)) {
            return true;
        }
        if (field.type() == ValueTypes.PARTIAL_DATE && NO_DATE.matcher(folded).matches()) {
            return true;
        }
        if (field.externalIdScheme() != null && NO_ID.matcher(folded).matches()) {
            return true;
        }
        return !isWritten(field) && IN_CELLS.contains(folded);
    }

    /** Returns whether the texts of a field may consist of any words: names, ids, and long texts. */
    private static boolean isWritten(Field field) {
        return field.isName()
                || field.type() == ValueTypes.PROSE
                || field.type() == ValueTypes.REFERENCE
                || field.name().equals("slug")
                || field.name().equals("id");
    }

    private static Set<String> folded(String words, String separator) {
        return Stream.of(words.split(Pattern.quote(separator)))
                .map(Folding::fold)
                .collect(Collectors.toUnmodifiableSet());
    }
}
