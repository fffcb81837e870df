package org.radcase.platform.config;

import java.nio.file.Path;

/**
 * What an administrator may set, by MicroProfile Config names.
 *
 * @param home where files are kept, absolute
 * @param demo demo accounts and cases
 * @param acceptIdentified take uploads that do not say that they are de-identified
 * @param uploadMaxBytes the most that one upload request may carry, in bytes
 */
public record Settings(Path home, boolean demo, boolean acceptIdentified, long uploadMaxBytes) {}
