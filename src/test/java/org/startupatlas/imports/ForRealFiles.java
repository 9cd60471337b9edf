package org.startupatlas.imports;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * The application with a database of its own: among tens of thousands of real names are those that other tests give, to
 * be the only ones.
 */
public final class ForRealFiles implements QuarkusTestProfile {}
