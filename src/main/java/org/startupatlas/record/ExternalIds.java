package org.startupatlas.record;

/**
 * The ids of an organisation in external registries, each null if unknown.
 *
 * @param ror Research Organization Registry
 * @param wikidata Wikidata item
 * @param ice Moroccan common company identifier (identifiant commun de l'entreprise)
 * @param isni International Standard Name Identifier (ISO 27729)
 * @param fundref Crossref Funder Registry
 */
public record ExternalIds(String ror, String wikidata, String ice, String isni, String fundref) {

    public static final ExternalIds NONE = new ExternalIds(null, null, null, null, null);

    public static ExternalIds orNone(ExternalIds ids) {
        return ids == null ? NONE : ids;
    }
}
