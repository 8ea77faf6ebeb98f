/** {@code bin/authorize}: authorizes connectors for an account whose owner must consent in a browser. */
package io.martech.connect.authorize;
