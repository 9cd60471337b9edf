package org.startupatlas.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents the query parameters of a resource method: the components of a record, which refer to the described
 * parameters by {@code @Parameter(ref)}. The method reads them from the request after it has checked the key. Quarkus
 * would convert {@code @RestQuery} before that, and report a wrong value as an unknown path.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface QueryParameters {

    Class<? extends Record> value();
}
