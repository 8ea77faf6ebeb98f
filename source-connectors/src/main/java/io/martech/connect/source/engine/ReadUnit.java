package io.martech.connect.source.engine;

/** A unit and the resource that it was read from. */
record ReadUnit(Resource resource, Unit unit) {}
