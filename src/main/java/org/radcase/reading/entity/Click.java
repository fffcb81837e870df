package org.radcase.reading.entity;

import java.util.Optional;
import org.radcase.dicom.geometry.Plane;
import org.radcase.dicom.geometry.Vector3;
import org.radcase.dicom.pixel.ImageDescription.PixelSpacing;

/** Where somebody thinks a finding is. */
public record Click(ReferencedFrame frame, Point point, FrameGeometry geometry) {
  private static final PixelSpacing PIXELS = new PixelSpacing(1, 1);

  /** Image Position (Patient) is the center of the first pixel, points begin at its corner. */
  private static final double CENTER = 0.5;

  /**
   * How far it is from a key finding: the distance from its shape within its plane and that from the
   * plane, together. Nothing for another series, and for another frame whose place is not known.
   * Source: PS3.3 C.7.6.2.1.1.
   *
   * @param of where the finding lies
   */
  public Optional<Distance> from(KeyFinding finding, FrameGeometry of) {
    if (!frame.series().equals(finding.frame().series())) return Optional.empty();
    if (frame.equals(finding.frame())) {
      var spacing = of.spacing().orElse(PIXELS);
      var unit = of.spacing().isPresent() ? Distance.Unit.MM : Distance.Unit.PIXELS;
      return Optional.of(new Distance(finding.shape().distanceTo(point, spacing), unit));
    }
    if (geometry.spacing().isEmpty()
        || geometry.plane().isEmpty()
        || of.spacing().isEmpty()
        || of.plane().isEmpty()) {
      return Optional.empty();
    }
    var plane = of.plane().get();
    var spacing = of.spacing().get();
    var fromOrigin = inPatient(geometry.plane().get(), geometry.spacing().get())
        .plus(plane.position().opposite());
    var foot = new Point(
        fromOrigin.dot(plane.rowCosines()) / spacing.columnSpacing() + CENTER,
        fromOrigin.dot(plane.columnCosines()) / spacing.rowSpacing() + CENTER);
    var within = finding.shape().distanceTo(foot, spacing);
    return Optional.of(
        new Distance(Math.hypot(within, fromOrigin.dot(plane.normal())), Distance.Unit.MM));
  }

  private Vector3 inPatient(Plane plane, PixelSpacing spacing) {
    return plane
        .position()
        .plus(plane.rowCosines().times((point.column() - CENTER) * spacing.columnSpacing()))
        .plus(plane.columnCosines().times((point.row() - CENTER) * spacing.rowSpacing()));
  }
}
