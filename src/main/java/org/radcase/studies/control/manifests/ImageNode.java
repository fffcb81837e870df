package org.radcase.studies.control.manifests;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.TransferSyntax.Codec;
import org.radcase.dicom.data.Uids;
import org.radcase.dicom.geometry.Plane;
import org.radcase.dicom.geometry.Vector3;
import org.radcase.dicom.pixel.ImageDescription;
import org.radcase.dicom.pixel.Photometric;
import org.radcase.dicom.pixel.PixelLayout;
import org.radcase.dicom.pixel.PixelPadding;

/** The JSON of one frame's attributes, by DICOM's names; what is absent is left out. */
final class ImageNode {
  /** Native frames are always sent little endian, whatever the file is. */
  private static final String SENT_NATIVE = TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid();

  private static final Set<Codec> SHOWN_BY_THE_VIEWER = EnumSet.of(
      Codec.NATIVE,
      Codec.RLE,
      Codec.JPEG_BASELINE,
      Codec.JPEG_EXTENDED,
      Codec.JPEG_LOSSLESS,
      Codec.JPEG_LS,
      Codec.JPEG_2000,
      Codec.HTJ2K);

  private ImageNode() {}

  static ObjectNode of(
      ImageDescription description, Optional<Plane> plane, DataSet dataSet, TransferSyntax syntax) {
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
    var reason = whyNotDisplayable(description.layout(), syntax);
    node.put("displayable", reason == null);
    if (reason != null) node.put("reason", reason);
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

  /** Whole numbers, as those of the pixels that a viewer gets. */
  private static void putPadding(ObjectNode node, PixelPadding padding) {
    node.put("pixelPaddingValue", (long) padding.value());
    if (padding.limit() != padding.value()) {
      node.put("pixelPaddingRangeLimit", (long) padding.limit());
    }
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

  private static @Nullable String whyNotDisplayable(PixelLayout layout, TransferSyntax syntax) {
    if (!SHOWN_BY_THE_VIEWER.contains(syntax.codec())) {
      return "The viewer cannot decode " + syntax.keyword();
    }
    if (layout.photometric() == Photometric.PALETTE_COLOR
        || layout.photometric() == Photometric.OTHER) {
      return "The viewer cannot show " + layout.photometric().term();
    }
    return layout.bitsAllocated() == 8 || layout.bitsAllocated() == 16
        ? null
        : "The viewer cannot show " + layout.bitsAllocated() + " bits a sample";
  }
}
