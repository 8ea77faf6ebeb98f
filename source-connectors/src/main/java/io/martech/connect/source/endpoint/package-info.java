/**
 * How an endpoint that returns a full listing is declared: requests, pagination, location of the rows, key and schema,
 * and how a single row is requested. A platform's lists are one table of such values.
 */
package io.martech.connect.source.endpoint;
