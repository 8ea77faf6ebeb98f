/** Knows what an account has under which name. Names no platform. */
package io.martech.connect.sink.lookup;
