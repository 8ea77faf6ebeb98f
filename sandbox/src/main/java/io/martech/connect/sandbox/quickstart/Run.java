package io.martech.connect.sandbox.quickstart;

/** What the quickstart is started for. */
interface Run {

    /**
     * Deploys the connectors and stays until the end.
     *
     * @param stack everything else, started
     * @return whether all is as it should be; after a stop signal it does not matter
     * @throws QuickstartException if a part fails
     */
    boolean isGood(LocalStack stack, Connectors connectors, StopSignal stop);
}
