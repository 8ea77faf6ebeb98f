/** What a reader hands to the engine: closed chunks of rows, the cursors between them, which become offsets, and the count of requests. */
package io.martech.connect.source.chunk;
