package org.radcase.reading.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.radcase.dicom.geometry.Plane;
import org.radcase.dicom.geometry.Vector3;
import org.radcase.dicom.pixel.ImageDescription.PixelSpacing;
import org.radcase.reading.entity.FrameGeometry;
import org.radcase.reading.entity.ReferencedFrame;
import org.radcase.studies.control.manifests.Manifest;

/** The frames that a case shows. */
public final class ShownFrames {
  private record Place(Manifest.Series series, Manifest.Frame frame) {
    /** An attribute of the manifest's image node. */
    private JsonNode attribute(String name) {
      return frame.differences().has(name)
          ? frame.differences().path(name)
          : series.image().path(name);
    }
  }

  private final Map<ReferencedFrame, Place> places = new HashMap<>();

  ShownFrames(Manifest manifest) {
    for (var series : manifest.series()) {
      for (var frame : series.frames()) {
        var name = new ReferencedFrame(series.uid(), frame.instance(), frame.number());
        places.put(name, new Place(series, frame));
      }
    }
  }

  public boolean has(ReferencedFrame frame) {
    return places.containsKey(frame);
  }

  /** Of a frame that is shown. */
  FrameGeometry geometryOf(ReferencedFrame frame) {
    var place = places.get(frame);
    if (place == null) throw new IllegalArgumentException("The case does not show " + frame);
    return new FrameGeometry(spacing(place), plane(place));
  }

  private static Optional<PixelSpacing> spacing(Place place) {
    var row = place.attribute("rowSpacing");
    var column = place.attribute("columnSpacing");
    return row.isNumber() && column.isNumber()
        ? Optional.of(new PixelSpacing(row.doubleValue(), column.doubleValue()))
        : Optional.empty();
  }

  private static Optional<Plane> plane(Place place) {
    var orientation = place.attribute("orientation");
    if (orientation.size() != 6) return Optional.empty();
    return place
        .frame
        .position()
        .map(position -> new Plane(position, cosines(orientation, 0), cosines(orientation, 3)));
  }

  private static Vector3 cosines(JsonNode orientation, int from) {
    return new Vector3(
        orientation.get(from).doubleValue(),
        orientation.get(from + 1).doubleValue(),
        orientation.get(from + 2).doubleValue());
  }
}
