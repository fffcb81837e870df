package org.radcase.studies.control.manifests;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.FunctionalGroups;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.Uids;

/**
 * The JSON of what a segmentation says of its segments and of the images that it lies over. Source:
 * PS3.3 C.8.20, C.8.31.
 */
final class SegmentationNode {
  private static final int MOST_SEGMENTS = 1024;
  private static final int MOST_CHARACTERS = 64;

  /** A frame derived from more says where it lies by its position. */
  private static final int MOST_SOURCES = 8;

  private SegmentationNode() {}

  static boolean isSegmentation(DataSet image) {
    var sopClass = image.uid(Tag.SOP_CLASS_UID).orElse("");
    return sopClass.equals(Uids.SEGMENTATION) || sopClass.equals(Uids.LABEL_MAP_SEGMENTATION);
  }

  /** Of the instance: its type, its segments and the series that it was drawn on, if it says so. */
  static ObjectNode of(DataSet image) {
    var node = JsonNodeFactory.instance.objectNode();
    node.put("type", image.string(Tag.SEGMENTATION_TYPE).orElse("BINARY"));
    image.integer(Tag.MAXIMUM_FRACTIONAL_VALUE).ifPresent(most -> node.put("maximum", most));
    image
        .item(Tag.REFERENCED_SERIES_SEQUENCE)
        .flatMap(series -> series.uid(Tag.SERIES_INSTANCE_UID))
        .ifPresent(uid -> node.put("series", uid));
    var segments = node.putArray("segments");
    image.sequence(Tag.SEGMENT_SEQUENCE).stream()
        .limit(MOST_SEGMENTS)
        .map(SegmentationNode::segment)
        .forEach(segments::add);
    return node;
  }

  private static ObjectNode segment(DataSet item) {
    var segment = JsonNodeFactory.instance.objectNode();
    segment.put("number", item.integer(Tag.SEGMENT_NUMBER).orElse(0));
    var label = item.string(Tag.SEGMENT_LABEL).orElse("");
    segment.put("label", label.substring(0, Math.min(label.length(), MOST_CHARACTERS)));
    var color = item.integers(Tag.RECOMMENDED_DISPLAY_CIELAB_VALUE);
    if (color.length == 3) {
      segment.putArray("cielab").add(color[0]).add(color[1]).add(color[2]);
    }
    return segment;
  }

  /** Of one frame: its segment, and the frames that it was drawn on. */
  static void putFrame(ObjectNode node, DataSet image, int frameIndex) {
    FunctionalGroups.macro(image, frameIndex, Tag.SEGMENT_IDENTIFICATION_SEQUENCE)
        .map(item -> item.integer(Tag.REFERENCED_SEGMENT_NUMBER))
        .ifPresent(number -> number.ifPresent(n -> node.put("segment", n)));
    var drawnOn = FunctionalGroups.macro(image, frameIndex, Tag.DERIVATION_IMAGE_SEQUENCE)
        .map(item -> item.sequence(Tag.SOURCE_IMAGE_SEQUENCE))
        .filter(sources -> sources.size() <= MOST_SOURCES);
    drawnOn.ifPresent(sources -> {
      var list = node.putArray("sources");
      sources.forEach(
          source -> source.uid(Tag.REFERENCED_SOP_INSTANCE_UID).ifPresent(uid -> list.addObject()
              .put("instance", uid)
              .put("frame", source.integer(Tag.REFERENCED_FRAME_NUMBER).orElse(1))));
    });
  }
}
