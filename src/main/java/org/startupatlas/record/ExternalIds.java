package org.startupatlas.record;

/**
 * The names an organisation has in other registers, each null when unknown.
 *
 * @param ror Research Organization Registry
 * @param wikidata Wikidata item
 * @param ice Moroccan common company identifier (identifiant commun de l'entreprise)
 * @param isni International Standard Name Identifier (ISO 27729)
 * @param fundref Crossref Funder Registry
 */
public record ExternalIds(String ror, String wikidata, String ice, String isni, String fundref) {

    /** No identifier known. */
    public static final ExternalIds NONE = new ExternalIds(null, null, null, null, null);

    /** {@code ids}, or {@link #NONE} for null. */
    public static ExternalIds orNone(ExternalIds ids) {
        return ids == null ? NONE : ids;
    }
}
