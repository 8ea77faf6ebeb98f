/**
 * The end-to-end contract on the images that users run: {@code mvn verify -Pcontainers}. Without Docker these tests are skipped, by
 * name and with the reason.
 */
package io.martech.connect.integration.containers;
