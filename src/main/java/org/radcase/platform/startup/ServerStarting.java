package org.radcase.platform.startup;

/** Fired once when files and database are ready and before the first request; observers are quick. */
public record ServerStarting() {}
