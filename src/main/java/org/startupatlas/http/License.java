package org.startupatlas.http;

/** The licence of the registry's own compilation. */
public final class License {

    /** SPDX identifier. */
    public static final String ID = "CC-BY-4.0";

    /** The text of the licence. */
    public static final String URL = "https://creativecommons.org/licenses/by/4.0/";

    /** The link to it, as headers write it. */
    public static final String LINK = "<" + URL + ">; rel=\"license\"";

    private License() {}
}
