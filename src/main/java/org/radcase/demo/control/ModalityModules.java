package org.radcase.demo.control;

import static org.radcase.demo.control.DemoInstance.put;

import java.util.List;
import org.radcase.demo.entity.image.ImageSeries;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DataSetBuilder;
import org.radcase.dicom.data.Dictionary;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.Uids;
import org.radcase.dicom.data.VR;

/** What the standard asks of each kind of image beyond what all have. Source: PS3.3 A.3 to A.26. */
final class ModalityModules {
  private static final String XA_IMAGE = "1.2.840.10008.5.1.4.1.1.12.1";
  private static final String NM_IMAGE = "1.2.840.10008.5.1.4.1.1.20";
  private static final String PET_IMAGE = "1.2.840.10008.5.1.4.1.1.128";

  private ModalityModules() {}

  static String sopClass(String modality) {
    return switch (modality) {
      case "CT" -> Uids.CT_IMAGE;
      case "MR" -> Uids.MR_IMAGE;
      case "CR" -> Uids.COMPUTED_RADIOGRAPHY_IMAGE;
      case "DX" -> Uids.DIGITAL_X_RAY_IMAGE;
      case "MG" -> Uids.DIGITAL_MAMMOGRAPHY_IMAGE;
      case "US" -> Uids.ULTRASOUND_MULTI_FRAME_IMAGE;
      case "XA" -> XA_IMAGE;
      case "NM" -> NM_IMAGE;
      case "PT" -> PET_IMAGE;
      default -> throw new IllegalArgumentException("No demo images of modality " + modality);
    };
  }

  static void putAll(DataSetBuilder builder, ImageSeries series, List<Integer> images) {
    switch (series.modality()) {
      case "CT" -> {
        put(builder, "ImageType", "ORIGINAL\\PRIMARY\\AXIAL");
        rescale(builder, series, "HU");
      }
      case "MR" -> put(builder, "ImageType", "ORIGINAL\\PRIMARY\\OTHER");
      case "CR" -> {
        put(builder, "ImageType", "ORIGINAL\\PRIMARY");
        imagerSpacing(builder, series);
      }
      case "DX", "MG" -> digitalXRay(builder, series);
      case "US" -> ultrasound(builder, series);
      case "XA" -> angiography(builder, series);
      case "NM" -> nuclear(builder, series);
      case "PT" -> positron(builder, series, images);
      default -> throw new IllegalArgumentException("No modules for " + series.modality());
    }
  }

  private static void rescale(DataSetBuilder builder, ImageSeries series, String type) {
    builder.putDecimals(Tag.RESCALE_INTERCEPT, VR.DS, series.depth().intercept());
    builder.putDecimals(Tag.RESCALE_SLOPE, VR.DS, series.depth().slope());
    put(builder, "RescaleType", type);
  }

  private static void imagerSpacing(DataSetBuilder builder, ImageSeries series) {
    var spacing = series.planes().get(0).spacing();
    builder.putDecimals(Tag.IMAGER_PIXEL_SPACING, VR.DS, spacing, spacing);
  }

  private static void digitalXRay(DataSetBuilder builder, ImageSeries series) {
    put(builder, "ImageType", "ORIGINAL\\PRIMARY");
    put(builder, "PresentationIntentType", "FOR PRESENTATION");
    put(builder, "PresentationLUTShape", "IDENTITY");
    put(builder, "PixelIntensityRelationship", "LOG");
    builder.putInts(tag("PixelIntensityRelationshipSign"), VR.SS, -1);
    put(builder, "ImageLaterality", "U");
    put(builder, "PatientOrientation", "L\\F");
    put(builder, "DetectorType", "DIRECT");
    put(builder, "PositionerType", series.modality().equals("MG") ? "MAMMOGRAPHIC" : "");
    rescale(builder, series, "US");
    imagerSpacing(builder, series);
    builder.putSequence(tag("AcquisitionContextSequence"));
    var breast = series.modality().equals("MG");
    var views = DataSet.builder();
    var view = series.attributes().getOrDefault("ViewPosition", "AP");
    builder.putSequence(
        tag("AnatomicRegionSequence"),
        breast ? code("76752008", "SCT", "Breast") : code("38866009", "SCT", "Body part"));
    if (!breast) return;
    put(builder, "OrganExposed", "BREAST");
    put(builder, "BreastImplantPresent", "NO");
    put(builder, "PartialView", "NO");
    var item = view.equals("CC")
        ? code("399162004", "SCT", "cranio-caudal")
        : code("399368009", "SCT", "medio-lateral oblique");
    for (var element : item) views.put(element);
    views.putSequence(tag("ViewModifierCodeSequence"));
    builder.putSequence(tag("ViewCodeSequence"), views.build());
  }

  private static void frames(DataSetBuilder builder, ImageSeries series) {
    put(builder, "NumberOfFrames", "" + series.planes().size());
    builder.putInts(Tag.FRAME_INCREMENT_POINTER, VR.AT, Tag.FRAME_TIME.value());
  }

  private static void ultrasound(DataSetBuilder builder, ImageSeries series) {
    put(builder, "ImageType", "ORIGINAL\\PRIMARY");
    put(builder, "PatientOrientation", "");
    frames(builder, series);
    var plane = series.planes().get(0);
    var region = DataSet.builder()
        .putInts(tag("RegionSpatialFormat"), VR.US, 1)
        .putInts(tag("RegionDataType"), VR.US, 1)
        .putInts(tag("RegionFlags"), VR.UL, 0)
        .putInts(Tag.REGION_LOCATION_MIN_X0, VR.UL, 0)
        .putInts(Tag.REGION_LOCATION_MIN_Y0, VR.UL, 0)
        .putInts(Tag.REGION_LOCATION_MAX_X1, VR.UL, plane.columns() - 1)
        .putInts(Tag.REGION_LOCATION_MAX_Y1, VR.UL, plane.rows() - 1)
        .putInts(Tag.PHYSICAL_UNITS_X_DIRECTION, VR.US, 3)
        .putInts(Tag.PHYSICAL_UNITS_Y_DIRECTION, VR.US, 3)
        .putDecimals(Tag.PHYSICAL_DELTA_X, VR.FD, plane.spacing() / 10)
        .putDecimals(Tag.PHYSICAL_DELTA_Y, VR.FD, plane.spacing() / 10)
        .build();
    builder.putSequence(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS, region);
  }

  private static void angiography(DataSetBuilder builder, ImageSeries series) {
    put(builder, "ImageType", "ORIGINAL\\PRIMARY\\SINGLE PLANE");
    put(builder, "PatientOrientation", "");
    frames(builder, series);
    imagerSpacing(builder, series);
    put(builder, "PixelIntensityRelationship", "LIN");
    put(builder, "KVP", "75");
    put(builder, "RadiationSetting", "GR");
    put(builder, "XRayTubeCurrent", "");
    put(builder, "ExposureTime", "");
    put(builder, "PositionerMotion", "STATIC");
    put(builder, "PositionerPrimaryAngle", "0");
    put(builder, "PositionerSecondaryAngle", "35");
    put(builder, "ContrastBolusAgent", "IODINE");
  }

  private static void nuclear(DataSetBuilder builder, ImageSeries series) {
    var count = series.planes().size();
    put(builder, "ImageType", "ORIGINAL\\PRIMARY\\WHOLE BODY\\EMISSION");
    put(builder, "PatientOrientation", "");
    put(builder, "NumberOfFrames", "" + count);
    builder.putInts(
        Tag.FRAME_INCREMENT_POINTER,
        VR.AT,
        tag("EnergyWindowVector").value(),
        tag("DetectorVector").value());
    builder.putInts(tag("EnergyWindowVector"), VR.US, 1, 1);
    builder.putInts(tag("NumberOfEnergyWindows"), VR.US, 1);
    builder.putInts(tag("DetectorVector"), VR.US, 1, 2);
    builder.putInts(tag("NumberOfDetectors"), VR.US, 2);
    var spacing = series.planes().get(0).spacing();
    builder.putDecimals(Tag.PIXEL_SPACING, VR.DS, spacing, spacing);
    put(builder, "CountsAccumulated", "");
    put(builder, "WholeBodyTechnique", "1PS");
    put(builder, "ActualFrameDuration", "900000");
    put(builder, "ScanVelocity", "");
    put(builder, "ScanLength", "");
    builder.putSequence(tag("EnergyWindowInformationSequence"));
    builder.putSequence(tag("RadiopharmaceuticalInformationSequence"));
    builder.putSequence(tag("DetectorInformationSequence"));
    gantry(builder);
  }

  private static void positron(DataSetBuilder builder, ImageSeries series, List<Integer> images) {
    put(builder, "ImageType", "ORIGINAL\\PRIMARY");
    put(builder, "SeriesType", "WHOLE BODY\\IMAGE");
    put(builder, "Units", "GML");
    put(builder, "SUVType", "BW");
    put(builder, "CountsSource", "EMISSION");
    put(builder, "DecayCorrection", "START");
    put(builder, "CorrectedImage", "DECY\\ATTN\\SCAT");
    put(builder, "CollimatorType", "NONE");
    builder.putInts(tag("NumberOfSlices"), VR.US, series.planes().size());
    builder.putInts(tag("ImageIndex"), VR.US, images.get(0) + 1);
    put(builder, "FrameReferenceTime", "0");
    put(builder, "DecayFactor", "1");
    put(builder, "ActualFrameDuration", "120000");
    builder.putDecimals(Tag.RESCALE_INTERCEPT, VR.DS, series.depth().intercept());
    builder.putDecimals(Tag.RESCALE_SLOPE, VR.DS, series.depth().slope());
    builder.putSequence(tag("RadiopharmaceuticalInformationSequence"));
    gantry(builder);
  }

  private static void gantry(DataSetBuilder builder) {
    builder.putSequence(tag("PatientOrientationCodeSequence"));
    builder.putSequence(tag("PatientGantryRelationshipCodeSequence"));
  }

  private static DataSet code(String value, String scheme, String meaning) {
    return DataSet.builder()
        .putString(Tag.CODE_VALUE, value)
        .putString(Tag.CODING_SCHEME_DESIGNATOR, scheme)
        .putString(Tag.CODE_MEANING, meaning)
        .build();
  }

  private static Tag tag(String keyword) {
    return Dictionary.tag(keyword).orElseThrow();
  }
}
