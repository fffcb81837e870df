package org.radcase.monitoring.control.history;

import java.time.Instant;

/** What an instance measured in the step that began at a time. */
record PlacedSample(Instant began, String instance, Sample sample) {}
