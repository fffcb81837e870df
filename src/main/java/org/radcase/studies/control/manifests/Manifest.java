package org.radcase.studies.control.manifests;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.radcase.dicom.geometry.Vector3;
import org.radcase.studies.entity.InstanceUid;
import org.radcase.studies.entity.SeriesUid;
import org.radcase.studies.entity.StudyUid;

/** What a case shows: its series, and their frames in the order in which they are shown. */
public record Manifest(List<Series> series) {
  /**
   * One series.
   *
   * @param sortedByPosition along the slice normal; else by Instance Number
   * @param image the attributes that its frames share
   */
  public record Series(
      SeriesUid uid,
      StudyUid study,
      String modality,
      String bodyPart,
      String description,
      int number,
      boolean sortedByPosition,
      ObjectNode image,
      List<Frame> frames) {
    /** A radiograph in two or three views is no stack. */
    private static final int MOST_VIEWS = 3;

    /** The frame that stands for the series: where the anatomy is; of a few views the first. */
    public Frame middle() {
      return frames.get(frames.size() <= MOST_VIEWS ? 0 : frames.size() / 2);
    }

    public boolean isDisplayable() {
      return image.path("displayable").asBoolean();
    }
  }

  /**
   * One frame.
   *
   * @param number from 1, within its instance
   * @param differences from the attributes of the series
   */
  public record Frame(
      InstanceUid instance,
      int number,
      String sha256,
      boolean rendered,
      Optional<Vector3> position,
      ObjectNode differences) {}

  /** Instances of all series. */
  public int instanceCount() {
    return (int) series.stream()
        .flatMap(one -> one.frames().stream())
        .map(Frame::instance)
        .distinct()
        .count();
  }
}
