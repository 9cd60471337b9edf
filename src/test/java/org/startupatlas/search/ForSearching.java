package org.startupatlas.search;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The application with the bundled data and a database of its own, whose vocabularies and startups tests change. */
public final class ForSearching implements QuarkusTestProfile {}
