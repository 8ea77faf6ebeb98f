/** How records are written into topics and read from them, by programs that are not the connectors. */
package io.martech.connect.sandbox.format;
