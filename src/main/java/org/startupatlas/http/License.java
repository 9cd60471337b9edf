package org.startupatlas.http;

/** The licence of the registry's own compilation. */
public final class License {

    /** The SPDX identifier. */
    public static final String ID = "CC-BY-4.0";

    /** The URL of the licence text. */
    public static final String URL = "https://creativecommons.org/licenses/by/4.0/";

    /** The value of a {@code Link} header. */
    public static final String LINK = "<" + URL + ">; rel=\"license\"";

    private License() {}
}
