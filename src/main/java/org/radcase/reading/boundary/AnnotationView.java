package org.radcase.reading.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.radcase.reading.entity.Annotation;

/** One annotation, as it travels. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnnotationView(
    @Schema(pattern = "[A-Za-z0-9-]{1,40}", description = "The client's, unique in the list")
        String id,
    @Schema(
            enumeration = {
              "length",
              "angle",
              "cobb",
              "bidirectional",
              "ellipse",
              "rectangle",
              "freehand",
              "probe",
              "arrow"
            })
        String type,
    String seriesUid,
    String instanceUid,
    @Schema(minimum = "1") int frame,
    @Schema(description = "[column, row] each; the corner of the first pixel is [0, 0]")
        List<List<Double>> points,
    @Schema(maxLength = MarksReader.TEXT) @Nullable String text) {
  static AnnotationView of(Annotation annotation) {
    var frame = annotation.frame();
    return new AnnotationView(
        annotation.id(),
        annotation.type().term(),
        frame.series().value(),
        frame.instance().value(),
        frame.number(),
        PointsView.of(annotation.points()),
        annotation.text().isEmpty() ? null : annotation.text());
  }
}
