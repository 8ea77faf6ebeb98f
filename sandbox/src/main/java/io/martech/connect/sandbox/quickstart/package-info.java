/**
 * The quickstart: everything on this machine, with the files that users deploy.
 *
 * <p>{@link io.martech.connect.sandbox.quickstart.Quickstart} is the command. {@code LocalStack} is what runs, {@code LiveRun} shows
 * it, {@code OnceRun} proves that everything has arrived. What flows is listed in {@code streams}. Only the platforms are simulated,
 * and only the properties files behind {@code ${file:...}} are written here.
 */
package io.martech.connect.sandbox.quickstart;
