package org.radcase.studies.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.radcase.cases.entity.CaseId;
import org.radcase.dicom.geometry.Vector3;
import org.radcase.studies.control.Addresses;
import org.radcase.studies.control.ReadPixels.SeenManifest;
import org.radcase.studies.control.manifests.Manifest;

/**
 * What a viewer gets before the pixels: every series, its frames in the order in which they are
 * shown, and the address of each. Attributes go by DICOM's names, and what is absent is left out.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ManifestView(String caseId, int imageCount, List<Series> series) {
  /** One series; {@code image} holds what its frames share. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Series(
      String uid,
      String studyUid,
      String modality,
      String bodyPart,
      @Nullable String description,
      int number,
      @Nullable String thumbnail,
      String sorted,
      ObjectNode image,
      List<StackView> stacks,
      List<Frame> frames) {}

  /** One frame; {@code image} holds what is not as in its series, null for what it lacks. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Frame(
      String href,
      @Nullable String rendered,
      @Nullable String overlays,
      String instance,
      int frame,
      @Nullable List<Double> position,
      @Nullable ObjectNode image) {}

  static ManifestView of(CaseId id, SeenManifest seen) {
    var manifest = seen.manifest();
    var isFull = seen.seen().isFull();
    return new ManifestView(
        id.toString(),
        manifest.instanceCount(),
        manifest.series().stream().map(series -> series(id, series, isFull)).toList());
  }

  /** A description may name what was looked for, so it comes with the answer. */
  private static Series series(CaseId id, Manifest.Series series, boolean isFull) {
    var middle = series.middle();
    return new Series(
        series.uid().value(),
        series.study().value(),
        series.modality(),
        series.bodyPart(),
        isFull ? series.description() : null,
        series.number(),
        middle.rendered() ? Addresses.ofThumbnail(id, series.uid(), middle.sha256()) : null,
        series.isSortedByPosition() ? "position" : "instance-number",
        series.image(),
        StackView.of(series.stacks()),
        series.frames().stream().map(frame -> frame(id, frame, isFull)).toList());
  }

  /** Overlays may hold marks and text, so they come with the answer. */
  private static Frame frame(CaseId id, Manifest.Frame frame, boolean isFull) {
    return new Frame(
        Addresses.ofFrame(id, frame),
        frame.rendered() ? Addresses.ofRendered(id, frame) : null,
        isFull && frame.overlaid() ? Addresses.ofOverlays(id, frame) : null,
        frame.instance().value(),
        frame.number(),
        frame.position().map(ManifestView::numbers).orElse(null),
        frame.differences().isEmpty() ? null : frame.differences());
  }

  private static List<Double> numbers(Vector3 position) {
    return List.of(position.x(), position.y(), position.z());
  }
}
