package org.startupatlas.explore.view;

import java.util.List;

/**
 * What all pages show around their content.
 *
 * @param lang the language of the page
 * @param dir the direction of its script, {@code ltr} or {@code rtl}
 * @param title the title, without the name of the site
 * @param description a sentence for search engines
 * @param home the address of the home page
 * @param views the links to the views
 * @param current the address of the view in {@code views} that the page belongs to; empty for none
 * @param languages the same page in each language
 * @param canonical the absolute address of the page
 * @param api the path of the call that returns the same data; null if there is none
 * @param curl the same call as a shell command; null if there is none
 * @param revision the revision of the data
 * @param assets the addresses of the stylesheet and the scripts
 * @param isEmbedded whether the page is shown in another site, without navigation
 */
public record Frame(
        String lang,
        String dir,
        String title,
        String description,
        String home,
        List<Anchor> views,
        String current,
        List<Anchor> languages,
        String canonical,
        String api,
        String curl,
        String revision,
        AssetPaths assets,
        boolean isEmbedded) {

    /** The addresses of the files that pages load. */
    public record AssetPaths(String stylesheet, List<String> scripts, String icon) {}

    public Frame {
        views = List.copyOf(views);
        languages = List.copyOf(languages);
    }
}
