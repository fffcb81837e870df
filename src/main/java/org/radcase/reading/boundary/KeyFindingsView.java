package org.radcase.reading.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.radcase.reading.entity.KeyFinding;
import org.radcase.reading.entity.Revised;
import org.radcase.reading.entity.Shape;

/** The key findings of a case in full. */
public record KeyFindingsView(int revision, List<KeyFindingView> findings) {
  /** One of them. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record KeyFindingView(
      @Schema(
              pattern = "[A-Za-z0-9-]{1,40}",
              description = "The client's, unique in the list; learners see it, so it says nothing")
          String id,
      @Schema(maxLength = MarksReader.TEXT) @Nullable String text,
      String seriesUid,
      String instanceUid,
      @Schema(minimum = "1") int frame,
      ShapeView shape,
      @Schema(minimum = "0", maximum = "100", defaultValue = "5") double toleranceMm,
      boolean findable) {
    static KeyFindingView of(KeyFinding finding) {
      return new KeyFindingView(
          finding.id(),
          finding.text().isEmpty() ? null : finding.text(),
          finding.frame().series().value(),
          finding.frame().instance().value(),
          finding.frame().number(),
          ShapeView.of(finding.shape()),
          finding.toleranceMm(),
          finding.findable());
    }
  }

  /** Its outline. */
  public record ShapeView(
      @Schema(enumeration = {"point", "ellipse", "polygon"}) String type,
      @Schema(description = "[column, row] each; of an ellipse the corners of its bounding box")
          List<List<Double>> points) {
    static ShapeView of(Shape shape) {
      return new ShapeView(shape.type().term(), PointsView.of(shape.points()));
    }
  }

  /** What takes their place. */
  public record Body(List<KeyFindingView> findings) {}

  static KeyFindingsView of(Revised<List<KeyFinding>> findings) {
    return new KeyFindingsView(
        findings.revision(), findings.content().stream().map(KeyFindingView::of).toList());
  }
}
