/** What a reader hands to the engine: closed chunks of rows, and the cursors between them, which become offsets. */
package io.martech.connect.source.chunk;
