/** Looks up an account's entries by name. Independent of any platform. */
package io.martech.connect.sink.lookup;
