package org.radcase.viewing.control;

import java.time.Instant;
import org.radcase.viewing.entity.ConnectionType;
import org.radcase.viewing.entity.Device;
import org.radcase.viewing.entity.Measure;

/**
 * What is counted alike.
 *
 * @param began the hour, in UTC
 */
record Cell(Instant began, Measure measure, Device device, ConnectionType connection, int bucket) {}
