package org.radcase.studies.control.manifests;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.FunctionalGroups;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.lut.LookupTable;
import org.radcase.dicom.lut.ModalityLut;
import org.radcase.dicom.lut.Palette;
import org.radcase.dicom.lut.PresentationLut;
import org.radcase.dicom.lut.VoiLut;
import org.radcase.dicom.pixel.Photometric;
import org.radcase.dicom.pixel.PixelLayout;
import org.radcase.dicom.pixel.PixelLayout.SampleKind;
import org.radcase.dicom.render.Overlays;

/**
 * The JSON of what all frames of an instance share and what is long: its tables, and whether it can be
 * shown. Tables are little endian, zlib (RFC 1950) and base64.
 */
final class DisplayNode {
  /**
   * Of a compressed table, or of all VOI LUTs together: enough for the smooth tables of scanners, which
   * would be 128 KiB unpacked; a case may have thousands of instances.
   */
  private static final int MOST_CHARACTERS = 64 * 1024;

  private DisplayNode() {}

  static ObjectNode of(DataSet image, PixelLayout layout, TransferSyntax syntax) {
    var node = JsonNodeFactory.instance.objectNode();
    if (SegmentationNode.isSegmentation(image)) {
      node.set("segmentation", SegmentationNode.of(image));
      return node.put("displayable", false).put("reason", "It lies over another series");
    }
    if (layout.photometric() == Photometric.PALETTE_COLOR) {
      Palette.of(image).flatMap(DisplayNode::palette).ifPresent(p -> node.set("palette", p));
    }
    if (layout.photometric().isMonochrome()) putGrey(node, image, layout);
    if (Overlays.areIn(image, layout)) node.put("overlays", true);
    var reason = Displayable.whyNot(layout, syntax, node.has("palette"));
    node.put("displayable", reason == null);
    if (reason != null) node.put("reason", reason);
    return node;
  }

  private static void putGrey(ObjectNode node, DataSet image, PixelLayout layout) {
    var input = layout.isSigned() ? LookupTable.Input.SIGNED : LookupTable.Input.UNSIGNED;
    var values = FunctionalGroups.macroOrImage(image, 0, Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE);
    var modalityLut = ModalityLut.of(image, values, input);
    if (modalityLut instanceof ModalityLut.Table table
        && layout.sampleKind() == SampleKind.INTEGER) {
      table(table.table()).ifPresent(entry -> node.set("modalityLut", entry));
      if (!table.type().isEmpty()) node.put("rescaleType", table.type());
    }
    var voi = FunctionalGroups.macroOrImage(image, 0, Tag.FRAME_VOI_LUT_SEQUENCE);
    var voiLuts = voiLuts(voi, modalityLut.outputOf(input));
    if (!voiLuts.isEmpty()) node.set("voiLuts", voiLuts);
    var fallback = layout.photometric() == Photometric.MONOCHROME1
        ? PresentationLut.Shape.INVERSE
        : PresentationLut.Shape.IDENTITY;
    if (PresentationLut.of(image, fallback) instanceof PresentationLut.Shape shape) {
      node.put("presentationLutShape", shape.name());
    }
  }

  /** As many as there is room for. */
  private static ArrayNode voiLuts(DataSet voi, LookupTable.Input input) {
    var list = JsonNodeFactory.instance.arrayNode();
    var characters = 0;
    for (var lut : VoiLut.tables(voi, input)) {
      var entry = table(lut.table());
      if (entry.isEmpty()) break;
      characters += entry.get().path("table").asText().length();
      if (characters > MOST_CHARACTERS) break;
      if (!lut.explanation().isEmpty()) entry.get().put("explanation", lut.explanation());
      list.add(entry.get());
    }
    return list;
  }

  /** Entries of two bytes. */
  private static Optional<ObjectNode> table(LookupTable table) {
    var bytes = new byte[2 * table.length()];
    for (var i = 0; i < table.length(); i++) {
      var value = table.valueOf((double) table.firstMapped() + i);
      bytes[2 * i] = (byte) value;
      bytes[2 * i + 1] = (byte) (value >> 8);
    }
    return packed(bytes).map(text -> JsonNodeFactory.instance
        .objectNode()
        .put("firstValue", table.firstMapped())
        .put("bits", table.bits())
        .put("length", table.length())
        .put("table", text));
  }

  /** Entries of red, green and blue, a byte each. */
  private static Optional<ObjectNode> palette(Palette palette) {
    var bytes = new byte[3 * palette.entries()];
    for (var i = 0; i < palette.entries(); i++) {
      var color = palette.colorOf(palette.firstValue() + i);
      bytes[3 * i] = (byte) (color >> 16);
      bytes[3 * i + 1] = (byte) (color >> 8);
      bytes[3 * i + 2] = (byte) color;
    }
    return packed(bytes).map(text -> JsonNodeFactory.instance
        .objectNode()
        .put("firstValue", palette.firstValue())
        .put("table", text));
  }

  private static Optional<String> packed(byte[] bytes) {
    var packed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(packed)) {
      deflater.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory does not fail", e);
    }
    return Optional.of(Base64.getEncoder().encodeToString(packed.toByteArray()))
        .filter(text -> text.length() <= MOST_CHARACTERS);
  }
}
