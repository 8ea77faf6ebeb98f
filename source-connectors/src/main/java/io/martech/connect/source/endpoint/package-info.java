/**
 * How an endpoint that is read as a whole list is declared: requests, pages, where rows are, key and schema, and how a single row is
 * asked for. A platform's lists are one table of such values.
 */
package io.martech.connect.source.endpoint;
