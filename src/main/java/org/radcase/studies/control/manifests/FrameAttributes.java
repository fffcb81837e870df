package org.radcase.studies.control.manifests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.data.Value;
import org.radcase.dicom.geometry.Plane;
import org.radcase.dicom.geometry.Slice;
import org.radcase.dicom.geometry.Vector3;
import org.radcase.dicom.pixel.PixelLayout;
import org.radcase.platform.json.Json;

/**
 * What a viewer must know of the frames of one instance: the attributes are a closed list without
 * free text of the patient. Kept with the instance as JSON, so that a manifest costs no file.
 *
 * @param version of this list of attributes
 * @param image of the first frame, with what all frames share
 * @param frames one entry each, with what differs from the first
 */
public record FrameAttributes(
    int version, OptionalInt instanceNumber, ObjectNode image, List<Frame> frames) {
  /** Goes up with every attribute that is added: what has a lower one is read anew from its file. */
  static final int VERSION = 2;

  /** Twenty thousand frames of a scanner that writes ten thousand characters of each. */
  private static final long MOST_SHARED_BYTES = 256L << 20;

  /** That differ; a whole slide of so many tiles says nothing of each. */
  private static final int MOST_FRAMES = 100_000;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /**
   * One frame.
   *
   * @param position Image Position (Patient), mm; without one there is no plane
   * @param pass what tells it from others at the same place
   * @param differences the attributes that are not as in the first frame; null for those it lacks
   */
  public record Frame(Optional<Vector3> position, Slice.Pass pass, ObjectNode differences) {}

  /** Reads them from a header. */
  public static FrameAttributes of(DataSet dataSet, TransferSyntax syntax) throws DicomException {
    var layout = PixelLayout.of(dataSet);
    var first = ImageNode.of(dataSet, 0, syntax);
    var frames = differsByFrame(dataSet)
        ? frames(dataSet, layout.frames(), first, syntax)
        : Collections.nCopies(layout.frames(), frame(dataSet, 0, NODES.objectNode()));
    var number = dataSet.integer(Tag.INSTANCE_NUMBER);
    first.setAll(DisplayNode.of(dataSet, layout, syntax));
    return new FrameAttributes(VERSION, number, first, frames);
  }

  private static List<Frame> frames(
      DataSet dataSet, int count, ObjectNode first, TransferSyntax syntax) throws DicomException {
    requireReadable(dataSet, count);
    var frames = new ArrayList<Frame>(count);
    for (var index = 0; index < count; index++) {
      var image = index == 0 ? first : ImageNode.of(dataSet, index, syntax);
      frames.add(frame(dataSet, index, differences(first, image)));
    }
    return List.copyOf(frames);
  }

  /** A cine of a million frames is not read a million times. */
  private static boolean differsByFrame(DataSet dataSet) {
    return dataSet.contains(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE)
        || dataSet.contains(Tag.GRID_FRAME_OFFSET_VECTOR);
  }

  /** What the frames share is read for each of them; a liar would make it long, and them many. */
  private static void requireReadable(DataSet dataSet, int frames) throws DicomException {
    if (frames > MOST_FRAMES || frames * sharedBytes(dataSet) > MOST_SHARED_BYTES) {
      throw DicomException.of(
          DicomException.Kind.LIMIT, "Attributes too long to be read for each of so many frames");
    }
  }

  private static long sharedBytes(DataSet dataSet) {
    var bytes = 0L;
    for (var element : dataSet) {
      var isRead = element.tag().equals(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)
          || element.vr().isText()
          || element.vr().kind() == VR.Kind.DECIMAL;
      if (isRead) {
        bytes += nestedBytes(element.value());
      }
    }
    return bytes;
  }

  private static long nestedBytes(Value value) {
    if (value instanceof Value.Bytes bytes) {
      return bytes.lengthBytes();
    }
    var bytes = 0L;
    if (value instanceof Value.Items items) {
      for (var item : items.items()) {
        for (var element : item) {
          bytes += nestedBytes(element.value());
        }
      }
    }
    return bytes;
  }

  private static Frame frame(DataSet dataSet, int index, ObjectNode differences) {
    var slice = Slice.of(dataSet, index);
    return new Frame(slice.plane().map(Plane::position), slice.pass(), differences);
  }

  /** What to put over {@code base} to get {@code image}. */
  static ObjectNode differences(ObjectNode base, ObjectNode image) {
    var differences = NODES.objectNode();
    image.properties().forEach(field -> {
      if (!field.getValue().equals(base.get(field.getKey()))) {
        differences.set(field.getKey(), field.getValue());
      }
    });
    base.fieldNames().forEachRemaining(name -> {
      if (!image.has(name)) differences.putNull(name);
    });
    return differences;
  }

  /** All attributes of a frame. */
  ObjectNode imageOf(int frameIndex) {
    var all = image.deepCopy();
    frames.get(frameIndex).differences.properties().forEach(field -> {
      if (field.getValue().isNull()) all.remove(field.getKey());
      else all.set(field.getKey(), field.getValue());
    });
    return all;
  }

  Slice sliceOf(int frameIndex) {
    var frame = frames.get(frameIndex);
    var all = imageOf(frameIndex);
    return new Slice(
        frame.position.flatMap(position -> plane(position, all.path("orientation"))),
        new Slice.Grid(
            all.path("rows").asInt(),
            all.path("columns").asInt(),
            all.path("rowSpacing").asDouble(),
            all.path("columnSpacing").asDouble()),
        frame.pass,
        instanceNumber,
        frameIndex);
  }

  private static Optional<Plane> plane(Vector3 position, JsonNode orientation) {
    return orientation.size() == 6
        ? Optional.of(new Plane(position, vector(orientation, 0), vector(orientation, 3)))
        : Optional.empty();
  }

  /** As the database keeps it. */
  public String json() {
    var node = NODES.objectNode().put("version", version);
    instanceNumber.ifPresent(number -> node.put("instanceNumber", number));
    node.set("image", image);
    var list = node.putArray("frames");
    for (var frame : frames) {
      var entry = list.addObject();
      frame.position.ifPresent(
          p -> entry.putArray("position").add(p.x()).add(p.y()).add(p.z()));
      frame.pass.temporalPosition().ifPresent(number -> entry.put("temporalPosition", number));
      frame.pass.echo().ifPresent(echo -> entry.put("echo", echo));
      frame.pass.acquisition().ifPresent(number -> entry.put("acquisition", number));
      if (!frame.differences.isEmpty()) entry.set("image", frame.differences);
    }
    return node.toString();
  }

  /** @throws IllegalArgumentException if it was not made by {@link #json} */
  static FrameAttributes parse(String json) {
    try {
      var node = Json.MAPPER.readTree(json);
      var frames = new ArrayList<Frame>();
      for (var entry : node.path("frames")) {
        var position = entry.path("position");
        frames.add(new Frame(
            position.size() == 3 ? Optional.of(vector(position, 0)) : Optional.empty(),
            pass(entry),
            entry.path("image") instanceof ObjectNode image ? image : NODES.objectNode()));
      }
      return new FrameAttributes(
          node.path("version").asInt(1),
          number(node.path("instanceNumber")),
          (ObjectNode) node.path("image"),
          List.copyOf(frames));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not frame attributes", e);
    }
  }

  private static Slice.Pass pass(JsonNode entry) {
    var echo = entry.path("echo");
    return new Slice.Pass(
        number(entry.path("temporalPosition")),
        echo.isNumber() ? OptionalDouble.of(echo.doubleValue()) : OptionalDouble.empty(),
        number(entry.path("acquisition")));
  }

  private static OptionalInt number(JsonNode node) {
    return node.isInt() ? OptionalInt.of(node.intValue()) : OptionalInt.empty();
  }

  private static Vector3 vector(JsonNode numbers, int from) {
    return new Vector3(
        numbers.get(from).doubleValue(),
        numbers.get(from + 1).doubleValue(),
        numbers.get(from + 2).doubleValue());
  }
}
