package org.startupatlas.export;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The application with the bundled data and a database of its own, to which the tests that use it write. */
public final class ForSnapshots implements QuarkusTestProfile {}
