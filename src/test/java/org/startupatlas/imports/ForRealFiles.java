package org.startupatlas.imports;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * The application with a database of its own: the tens of thousands of real names include names that other tests expect
 * to be unique.
 */
public final class ForRealFiles implements QuarkusTestProfile {}
