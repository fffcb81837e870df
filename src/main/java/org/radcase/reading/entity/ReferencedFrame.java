package org.radcase.reading.entity;

import org.radcase.studies.entity.InstanceUid;
import org.radcase.studies.entity.SeriesUid;

/**
 * The frame on which something lies. Source: PS3.3 C.18.4.
 *
 * @param number Referenced Frame Number (0008,1160), from 1
 */
public record ReferencedFrame(SeriesUid series, InstanceUid instance, int number) {}
