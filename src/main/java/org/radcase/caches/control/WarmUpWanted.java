package org.radcase.caches.control;

/**
 * Fired when an operator wants the caches filled now. Who fills them observes it, comes back at
 * once, works in a thread of its own, and fires {@link WarmUpReported} when it begins and ends.
 */
public record WarmUpWanted() {}
