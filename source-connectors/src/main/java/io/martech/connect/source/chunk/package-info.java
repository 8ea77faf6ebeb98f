/**
 * What a reader returns to the engine: complete chunks of rows, the cursors between them, which become offsets, and the
 * number of requests.
 */
package io.martech.connect.source.chunk;
