/** {@code bin/authorize}: lets connectors into an account whose owner must consent in a browser. */
package io.martech.connect.authorize;
