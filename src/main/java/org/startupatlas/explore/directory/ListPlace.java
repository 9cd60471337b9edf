package org.startupatlas.explore.directory;

import org.startupatlas.query.parse.ListQueryParser;

/**
 * Where a list is: all records of a resource, or those in a relation of one record.
 *
 * @param scope the condition of the list beside its filters
 * @param page the path of its page
 * @param api its path in the API
 * @param heading what it shows
 * @param isWhole whether it has all records of the resource, which exports and feeds have too
 */
record ListPlace(ListQueryParser.Scope scope, String page, String api, String heading, boolean isWhole) {}
