package org.radcase.reading.entity;

import java.util.Optional;
import org.radcase.dicom.geometry.Plane;
import org.radcase.dicom.pixel.ImageDescription.PixelSpacing;

/** The size of a frame's pixels, and where it lies in the patient; as far as they are known. */
public record FrameGeometry(Optional<PixelSpacing> spacing, Optional<Plane> plane) {}
