package org.startupatlas.search;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.startupatlas.testing.Limited;

/** The same where words find more than a statement can name: here that is three records, so most words do. */
@QuarkusTest
@TestProfile(Limited.class)
class ListSearchInBlocksTest extends ListSearchTest {}
