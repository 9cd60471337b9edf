package org.startupatlas.search;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.startupatlas.testing.Limited;

/** Runs the tests with statements of at most three ids, so that most hits need several statements. */
@QuarkusTest
@TestProfile(Limited.class)
class ListSearchInBlocksTest extends ListSearchTest {}
