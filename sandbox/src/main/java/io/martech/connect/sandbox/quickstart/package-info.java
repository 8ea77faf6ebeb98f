/**
 * The quickstart: everything on this machine, with the files that users deploy.
 *
 * <p>{@link io.martech.connect.sandbox.quickstart.Quickstart} is the command. {@code Landscape} is what runs, {@code LiveRun} shows
 * it, {@code OnceRun} proves that everything has arrived. Only the platform is simulated, and only the properties file behind
 * {@code ${file:...}} is written here.
 */
package io.martech.connect.sandbox.quickstart;
