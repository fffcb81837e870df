package org.radcase.studies.control.manifests;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.radcase.dicom.geometry.SliceOrder;
import org.radcase.dicom.geometry.Stack;
import org.radcase.dicom.geometry.Vector3;
import org.radcase.studies.entity.InstanceUid;
import org.radcase.studies.entity.SeriesUid;
import org.radcase.studies.entity.StudyUid;

/** What a case shows: its series, and their frames in the order in which they are shown. */
public record Manifest(List<Series> series) {
  /**
   * One series.
   *
   * @param image the attributes that its frames share
   * @param stacks the runs of frames that belong together, one after the other
   */
  public record Series(
      SeriesUid uid,
      StudyUid study,
      String modality,
      String bodyPart,
      String description,
      int number,
      ObjectNode image,
      List<Stack> stacks,
      List<Frame> frames) {
    /** Radiographs in up to four views, as mammograms have, are no stack. */
    private static final int MOST_VIEWS = 4;

    /**
     * The frame that stands for the series: where the anatomy is, which is the middle of its largest
     * stack; of a few views the first.
     */
    public Frame middle() {
      if (frames.size() <= MOST_VIEWS) return frames.get(0);
      var begin = 0;
      var largestBegin = 0;
      var largest = 0;
      for (var stack : stacks) {
        var size = stack.indexes().size();
        if (size > largest) {
          largest = size;
          largestBegin = begin;
        }
        begin += size;
      }
      return frames.get(largestBegin + largest / 2);
    }

    /** The frame that a reader begins with: what moves begins at its beginning. */
    public Frame first() {
      return isFilm() ? frames.get(0) : middle();
    }

    private boolean isFilm() {
      return image.has("frameTime") || frames.get(0).differences().has("frameTime");
    }

    /** Whether every stack of more than one frame goes along its slice normal. */
    public boolean isSortedByPosition() {
      return stacks.stream().anyMatch(stack -> stack.basis() == SliceOrder.Basis.POSITION)
          && stacks.stream()
              .allMatch(stack ->
                  stack.basis() == SliceOrder.Basis.POSITION || stack.indexes().size() == 1);
    }

    public boolean isDisplayable() {
      return image.path("displayable").asBoolean();
    }

    /** Whether it lies over another series, and names what is to be found there. */
    public boolean isSegmentation() {
      return image.has("segmentation");
    }
  }

  /**
   * One frame.
   *
   * @param number from 1, within its instance
   * @param overlaid whether its instance has overlay planes
   * @param differences from the attributes of the series
   */
  public record Frame(
      InstanceUid instance,
      int number,
      String sha256,
      boolean rendered,
      boolean overlaid,
      Optional<Vector3> position,
      ObjectNode differences) {}

  /** What may be seen before the answer is known: a segmentation draws it. */
  public Manifest withoutSegmentations() {
    return new Manifest(series.stream().filter(one -> !one.isSegmentation()).toList());
  }

  /** Instances of all series. */
  public int instanceCount() {
    return (int) series.stream()
        .flatMap(one -> one.frames().stream())
        .map(Frame::instance)
        .distinct()
        .count();
  }
}
