package io.martech.connect.source.engine;

/** A chunk and the resource that it was read from. */
record ReadChunk(Resource resource, Chunk chunk) {}
