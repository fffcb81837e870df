package org.radcase.studies.control.manifests;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.util.OptionalDouble;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.Uids;
import org.radcase.dicom.geometry.Plane;
import org.radcase.dicom.geometry.Vector3;
import org.radcase.dicom.pixel.ImageDescription;
import org.radcase.dicom.pixel.PixelLayout;
import org.radcase.dicom.pixel.PixelLayout.SampleKind;
import org.radcase.dicom.pixel.PixelPadding;
import org.radcase.dicom.render.Shutter;
import org.radcase.dicom.render.ShutterShape;

/** The JSON of one frame's attributes, by DICOM's names; what is absent is left out. */
final class ImageNode {
  /** Native frames are always sent little endian, whatever the file is. */
  private static final String SENT_NATIVE = TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid();

  private ImageNode() {}

  static ObjectNode of(DataSet dataSet, int frameIndex, TransferSyntax syntax)
      throws DicomException {
    var description = ImageDescription.ofFrame(dataSet, frameIndex);
    var plane = Plane.ofFrame(dataSet, frameIndex);
    var node = JsonNodeFactory.instance.objectNode();
    putLayout(node, description.layout(), syntax);
    putValues(node, description);
    description.spacing().ifPresent(spacing -> node.put("rowSpacing", spacing.rowSpacing())
        .put("columnSpacing", spacing.columnSpacing()));
    if (description.aspectRatio() != 1) node.put("aspectRatio", description.aspectRatio());
    frameTime(dataSet).ifPresent(ms -> node.put("frameTime", ms));
    description.sliceThickness().ifPresent(mm -> node.put("sliceThickness", mm));
    plane.ifPresent(p -> putOrientation(node, p));
    if (plane.isPresent()) putFrameOfReference(node, dataSet);
    if (plane.isEmpty()) putPatientOrientation(node, dataSet);
    node.put("lossy", description.lossy());
    description.lossyRatio().ifPresent(ratio -> node.put("lossyRatio", ratio));
    putShutter(node, Shutter.of(dataSet, frameIndex, description.aspectRatio()));
    if (SegmentationNode.isSegmentation(dataSet)) {
      SegmentationNode.putFrame(node, dataSet, frameIndex);
    }
    return node;
  }

  private static void putLayout(ObjectNode node, PixelLayout layout, TransferSyntax syntax) {
    node.put("transferSyntax", syntax.isEncapsulated() ? syntax.uid() : SENT_NATIVE)
        .put("rows", layout.rows())
        .put("columns", layout.columns())
        .put("samplesPerPixel", layout.samplesPerPixel())
        .put("photometricInterpretation", layout.photometric().term())
        .put("planarConfiguration", layout.planarConfiguration())
        .put("bitsAllocated", layout.bitsAllocated())
        .put("bitsStored", layout.bitsStored())
        .put("highBit", layout.highBit())
        .put("pixelRepresentation", layout.pixelRepresentation());
    if (layout.sampleKind() != SampleKind.INTEGER) {
      node.put("sampleKind", layout.sampleKind().name());
    }
  }

  private static void putValues(ObjectNode node, ImageDescription description) {
    var rescale = description.rescale();
    node.put("rescaleSlope", rescale.slope()).put("rescaleIntercept", rescale.intercept());
    if (!rescale.type().isEmpty()) node.put("rescaleType", rescale.type());
    var windows = node.putArray("windows");
    for (var named : description.windows()) {
      var entry = windows
          .addObject()
          .put("center", named.window().center())
          .put("width", named.window().width())
          .put("function", named.window().function().name());
      if (!named.explanation().isEmpty()) entry.put("explanation", named.explanation());
    }
    description.padding().ifPresent(padding -> putPadding(node, padding));
  }

  private static void putPadding(ObjectNode node, PixelPadding padding) {
    node.set("pixelPaddingValue", number(padding.value()));
    if (padding.limit() != padding.value()) {
      node.set("pixelPaddingRangeLimit", number(padding.limit()));
    }
  }

  /** Whole numbers without a point, as they are when they are read again. */
  private static ValueNode number(double value) {
    return value == (long) value
        ? JsonNodeFactory.instance.numberNode((long) value)
        : JsonNodeFactory.instance.numberNode(value);
  }

  /** Milliseconds from one frame to the next. Source: PS3.3 C.7.6.5. */
  private static OptionalDouble frameTime(DataSet dataSet) {
    var time = dataSet.decimal(Tag.FRAME_TIME);
    return time.isPresent() && time.getAsDouble() > 0 ? time : OptionalDouble.empty();
  }

  private static void putOrientation(ObjectNode node, Plane plane) {
    var numbers = node.putArray("orientation");
    for (Vector3 v : new Vector3[] {plane.rowCosines(), plane.columnCosines()}) {
      numbers.add(v.x()).add(v.y()).add(v.z());
    }
  }

  /** Positions of one Frame of Reference lie in one space. Source: PS3.3 C.7.4.1. */
  private static void putFrameOfReference(ObjectNode node, DataSet dataSet) {
    dataSet
        .string(Tag.FRAME_OF_REFERENCE_UID)
        .filter(Uids::isWellFormed)
        .ifPresent(uid -> node.put("frameOfReferenceUid", uid));
  }

  /** Radiographs have letters instead of cosines. Source: PS3.3 C.7.6.1.1.1. */
  private static void putPatientOrientation(ObjectNode node, DataSet dataSet) {
    var letters = dataSet.strings(Tag.PATIENT_ORIENTATION);
    if (letters.size() == 2 && letters.stream().allMatch(l -> l.matches("[RLAPHF]{1,3}"))) {
      letters.forEach(node.putArray("patientOrientation")::add);
    }
  }

  /** What is hidden, in places counted from 1. Source: PS3.3 C.7.6.11. */
  private static void putShutter(ObjectNode node, Shutter shutter) {
    if (shutter.shapes().isEmpty()) return;
    var shapes = node.putArray("shutters");
    for (var shape : shutter.shapes()) {
      var entry = shapes.addObject();
      if (shape instanceof ShutterShape.Rectangle rectangle) {
        entry
            .put("shape", "RECTANGULAR")
            .put("left", rectangle.left())
            .put("right", rectangle.right())
            .put("upper", rectangle.upper())
            .put("lower", rectangle.lower());
      } else if (shape instanceof ShutterShape.Circle circle) {
        entry
            .put("shape", "CIRCULAR")
            .put("row", circle.row())
            .put("column", circle.column())
            .put("radius", circle.radius());
      } else if (shape instanceof ShutterShape.Polygon polygon) {
        var vertices = entry.put("shape", "POLYGONAL").putArray("vertices");
        for (var i = 0; i < polygon.rows().length; i++) {
          vertices.add(polygon.rows()[i]).add(polygon.columns()[i]);
        }
      }
    }
    node.put("shutterPresentationValue", shutter.presentationValue());
  }
}
