package org.startupatlas.testing;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The application with the bundled data and a database of its own, which the tests that use it write to. */
public final class ForWriting implements QuarkusTestProfile {}
