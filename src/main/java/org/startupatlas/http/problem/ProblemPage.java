package org.startupatlas.http.problem;

import io.vertx.core.http.HttpServerRequest;

/** Writes problems as pages, for people below the paths that have pages. */
public interface ProblemPage {

    /** Returns whether the client of a request wants a page. */
    boolean isFor(HttpServerRequest request);

    /** Returns the HTML of a problem. */
    byte[] write(Problem problem, HttpServerRequest request);
}
