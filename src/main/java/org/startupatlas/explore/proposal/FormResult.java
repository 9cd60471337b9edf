package org.startupatlas.explore.proposal;

import org.startupatlas.explore.page.PageResponses.Content;

/**
 * What follows a form that was sent.
 *
 * @param path the page to go on with; null if the form was refused
 * @param status the status of a refused form
 * @param content the page with the refused form, what was written into it, and the errors
 */
public record FormResult<T>(String path, int status, Content<T> content) {

    static <T> FormResult<T> accepted(String path) {
        return new FormResult<>(path, 0, null);
    }

    static <T> FormResult<T> refused(int status, Content<T> content) {
        return new FormResult<>(null, status, content);
    }
}
