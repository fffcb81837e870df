package org.radcase.platform.startup;

/**
 * Fired once when files and database are ready and before the first request; observers are quick.
 *
 * @param contextPath of the WAR: empty at the server's root, else with a slash at its beginning
 */
public record ServerStarting(String contextPath) {}
