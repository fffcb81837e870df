package org.radcase.demo.control;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.radcase.demo.entity.DemoCase;
import org.radcase.demo.entity.image.ImageSeries;
import org.radcase.demo.entity.image.ImageSeries.Packing;
import org.radcase.demo.entity.image.VoiWindow;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DataSetBuilder;
import org.radcase.dicom.data.Dictionary;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.Uids;
import org.radcase.dicom.data.VR;

/**
 * The data set of one instance: what all images share. What only one kind of image has is in {@link
 * ModalityModules}.
 */
record DemoInstance(DemoCase demo, ImageSeries series, int number, List<Integer> images) {
  // Part of every UID: raise it when pixels or headers change, or RadCase sees a conflict with the
  // instances that an earlier version has stored.
  private static final String EDITION = "1";

  private static final String DATE = "20260105";
  private static final String TIME = "120000";

  DataSet dataSet() {
    var builder = DataSet.builder();
    builder.putString(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
    patientAndStudy(builder);
    seriesAndEquipment(builder);
    image(builder);
    pixels(builder);
    ModalityModules.putAll(builder, series, images);
    series.attributes().forEach((keyword, value) -> put(builder, keyword, value));
    return builder.build();
  }

  private void patientAndStudy(DataSetBuilder builder) {
    put(builder, "PatientName", "");
    put(builder, "PatientID", "RADCASE-DEMO-%02d".formatted(demo.number()));
    put(builder, "PatientBirthDate", "");
    put(builder, "PatientSex", demo.sex());
    put(builder, "PatientAge", "%03dY".formatted(demo.age()));
    put(builder, "PatientIdentityRemoved", "YES");
    put(builder, "DeidentificationMethod", "Synthetic images by RadCase; no patient behind them");
    put(builder, "StudyInstanceUID", uid("study"));
    put(builder, "StudyDate", DATE);
    put(builder, "StudyTime", TIME);
    put(builder, "StudyID", "DEMO-" + demo.number());
    put(builder, "AccessionNumber", "");
    put(builder, "ReferringPhysicianName", "");
    put(
        builder,
        "StudyDescription",
        demo.modality() + " " + demo.bodyPart().charAt(0)
            + demo.bodyPart().substring(1).toLowerCase(Locale.ROOT));
  }

  private void seriesAndEquipment(DataSetBuilder builder) {
    put(builder, "Modality", series.modality());
    put(builder, "SeriesInstanceUID", uid("series:" + number));
    put(builder, "SeriesNumber", "" + number);
    put(builder, "SeriesDate", DATE);
    put(builder, "SeriesTime", TIME);
    put(builder, "SeriesDescription", series.description());
    put(builder, "BodyPartExamined", demo.bodyPart());
    put(builder, "Manufacturer", "RadCase");
    put(builder, "ManufacturerModelName", "Phantom");
    put(builder, "InstitutionName", "");
  }

  private void image(DataSetBuilder builder) {
    put(builder, "SOPClassUID", ModalityModules.sopClass(series.modality()));
    put(builder, "SOPInstanceUID", uid("instance:" + number + ":" + images.get(0)));
    put(builder, "InstanceNumber", "" + (images.get(0) + 1));
    put(builder, "AcquisitionNumber", "1");
    put(builder, "AcquisitionDate", DATE);
    put(builder, "AcquisitionTime", TIME);
    put(builder, "ContentDate", DATE);
    put(builder, "ContentTime", TIME);
    put(builder, "BurnedInAnnotation", "NO");
    put(builder, "LossyImageCompression", "00");
    if (series.packing() != Packing.SLICES) return;
    var plane = series.planes().get(images.get(0));
    put(builder, "FrameOfReferenceUID", uid("frame-of-reference"));
    put(builder, "PositionReferenceIndicator", "");
    builder.putDecimals(Tag.IMAGE_POSITION_PATIENT, VR.DS, rounded(plane.position()));
    builder.putDecimals(
        Tag.IMAGE_ORIENTATION_PATIENT, VR.DS, plane.orientation().cosines());
    builder.putDecimals(Tag.PIXEL_SPACING, VR.DS, plane.spacing(), plane.spacing());
    if (!series.modality().equals("PT")) put(builder, "PatientPosition", "HFS");
  }

  private void pixels(DataSetBuilder builder) {
    var plane = series.planes().get(images.get(0));
    var depth = series.depth();
    var wide = depth.bits() > 8;
    builder.putInts(Tag.SAMPLES_PER_PIXEL, VR.US, 1);
    put(builder, "PhotometricInterpretation", "MONOCHROME2");
    builder.putInts(Tag.ROWS, VR.US, plane.rows());
    builder.putInts(Tag.COLUMNS, VR.US, plane.columns());
    builder.putInts(Tag.BITS_ALLOCATED, VR.US, wide ? 16 : 8);
    builder.putInts(Tag.BITS_STORED, VR.US, depth.bits());
    builder.putInts(Tag.HIGH_BIT, VR.US, depth.bits() - 1);
    builder.putInts(Tag.PIXEL_REPRESENTATION, VR.US, 0);
    builder.putDecimals(
        Tag.WINDOW_CENTER,
        VR.DS,
        series.windows().stream().mapToDouble(VoiWindow::center).toArray());
    builder.putDecimals(
        Tag.WINDOW_WIDTH,
        VR.DS,
        series.windows().stream().mapToDouble(VoiWindow::width).toArray());
    builder.putString(
        Tag.WINDOW_CENTER_WIDTH_EXPLANATION,
        series.windows().stream().map(VoiWindow::explanation).toArray(String[]::new));
    builder.putBytes(Tag.PIXEL_DATA, wide ? VR.OW : VR.OB, pixelBytes(wide));
  }

  /** The frames one after the other, little endian. */
  private byte[] pixelBytes(boolean wide) {
    var plane = series.planes().get(images.get(0));
    var bytes = new byte[images.size() * plane.rows() * plane.columns() * (wide ? 2 : 1)];
    var at = 0;
    for (var image : images) {
      for (var value : series.pixels().apply(image)) {
        bytes[at++] = (byte) value;
        if (wide) bytes[at++] = (byte) (value >> 8);
      }
    }
    return bytes;
  }

  /** A UID from the names of what it stands for; the same in every RadCase of this edition. */
  private String uid(String what) {
    var name = "org.radcase.demo:" + EDITION + ":" + demo.phantom() + ":" + what;
    return Uids.of(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  /** Micrometres: binary fractions would fill the 16 characters of a DS. */
  private static double[] rounded(double[] millimetres) {
    var rounded = millimetres.clone();
    for (var i = 0; i < rounded.length; i++) rounded[i] = Math.round(rounded[i] * 1000) / 1000.0;
    return rounded;
  }

  /** Puts text by keyword; an empty one is an element without a value. */
  static void put(DataSetBuilder builder, String keyword, String value) {
    var tag = Dictionary.tag(keyword)
        .orElseThrow(() -> new IllegalStateException("The dictionary has no " + keyword));
    if (value.isEmpty()) {
      builder.putEmpty(tag, Dictionary.vr(tag));
    } else {
      builder.putString(tag, value.split("\\\\", -1));
    }
  }
}
