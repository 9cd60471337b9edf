package org.startupatlas.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test that runs on H2 and not again on PostgreSQL: no statement is part of what it proves, or it is about H2 itself.
 * Whatever an answer reads from the database, or writes to it, is tested on both.
 */
@Tag("h2-only")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface H2Only {}
