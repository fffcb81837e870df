package org.radcase.dicom.data;

import java.util.regex.Pattern;

/**
 * Data element tag: group in the upper sixteen bits, element in the lower. Ordered as a data set is.
 * The constants are the attributes that RadCase names; the rest of PS3.6 is in {@link Dictionary}.
 */
public record Tag(int value) implements Comparable<Tag> {
  public static final Tag FILE_META_INFORMATION_GROUP_LENGTH = new Tag(0x00020000);
  public static final Tag FILE_META_INFORMATION_VERSION = new Tag(0x00020001);
  public static final Tag MEDIA_STORAGE_SOP_CLASS_UID = new Tag(0x00020002);
  public static final Tag MEDIA_STORAGE_SOP_INSTANCE_UID = new Tag(0x00020003);
  public static final Tag TRANSFER_SYNTAX_UID = new Tag(0x00020010);
  public static final Tag IMPLEMENTATION_CLASS_UID = new Tag(0x00020012);
  public static final Tag IMPLEMENTATION_VERSION_NAME = new Tag(0x00020013);
  public static final Tag SOURCE_APPLICATION_ENTITY_TITLE = new Tag(0x00020016);
  public static final Tag DIRECTORY_RECORD_SEQUENCE = new Tag(0x00041220);
  public static final Tag SPECIFIC_CHARACTER_SET = new Tag(0x00080005);
  public static final Tag IMAGE_TYPE = new Tag(0x00080008);
  public static final Tag INSTANCE_CREATION_DATE = new Tag(0x00080012);
  public static final Tag INSTANCE_CREATION_TIME = new Tag(0x00080013);
  public static final Tag SOP_CLASS_UID = new Tag(0x00080016);
  public static final Tag SOP_INSTANCE_UID = new Tag(0x00080018);
  public static final Tag STUDY_DATE = new Tag(0x00080020);
  public static final Tag SERIES_DATE = new Tag(0x00080021);
  public static final Tag ACQUISITION_DATE = new Tag(0x00080022);
  public static final Tag CONTENT_DATE = new Tag(0x00080023);
  public static final Tag ACQUISITION_DATE_TIME = new Tag(0x0008002A);
  public static final Tag STUDY_TIME = new Tag(0x00080030);
  public static final Tag SERIES_TIME = new Tag(0x00080031);
  public static final Tag ACQUISITION_TIME = new Tag(0x00080032);
  public static final Tag CONTENT_TIME = new Tag(0x00080033);
  public static final Tag ACCESSION_NUMBER = new Tag(0x00080050);
  public static final Tag MODALITY = new Tag(0x00080060);
  public static final Tag CONVERSION_TYPE = new Tag(0x00080064);
  public static final Tag MANUFACTURER = new Tag(0x00080070);
  public static final Tag INSTITUTION_NAME = new Tag(0x00080080);
  public static final Tag REFERRING_PHYSICIAN_NAME = new Tag(0x00080090);
  public static final Tag CODE_VALUE = new Tag(0x00080100);
  public static final Tag CODING_SCHEME_DESIGNATOR = new Tag(0x00080102);
  public static final Tag CODE_MEANING = new Tag(0x00080104);
  public static final Tag STATION_NAME = new Tag(0x00081010);
  public static final Tag STUDY_DESCRIPTION = new Tag(0x00081030);
  public static final Tag SERIES_DESCRIPTION = new Tag(0x0008103E);
  public static final Tag MANUFACTURER_MODEL_NAME = new Tag(0x00081090);
  public static final Tag REFERENCED_SERIES_SEQUENCE = new Tag(0x00081115);
  public static final Tag REFERENCED_IMAGE_SEQUENCE = new Tag(0x00081140);
  public static final Tag REFERENCED_SOP_CLASS_UID = new Tag(0x00081150);
  public static final Tag REFERENCED_SOP_INSTANCE_UID = new Tag(0x00081155);
  public static final Tag REFERENCED_FRAME_NUMBER = new Tag(0x00081160);
  public static final Tag SOURCE_IMAGE_SEQUENCE = new Tag(0x00082112);
  public static final Tag RECOMMENDED_DISPLAY_FRAME_RATE = new Tag(0x00082144);
  public static final Tag FRAME_TYPE = new Tag(0x00089007);
  public static final Tag DERIVATION_IMAGE_SEQUENCE = new Tag(0x00089124);
  public static final Tag PATIENT_NAME = new Tag(0x00100010);
  public static final Tag PATIENT_ID = new Tag(0x00100020);
  public static final Tag PATIENT_BIRTH_DATE = new Tag(0x00100030);
  public static final Tag PATIENT_SEX = new Tag(0x00100040);
  public static final Tag PATIENT_AGE = new Tag(0x00101010);
  public static final Tag PATIENT_IDENTITY_REMOVED = new Tag(0x00120062);
  public static final Tag DEIDENTIFICATION_METHOD = new Tag(0x00120063);
  public static final Tag DEIDENTIFICATION_METHOD_CODE_SEQUENCE = new Tag(0x00120064);
  public static final Tag CONTRAST_BOLUS_AGENT = new Tag(0x00180010);
  public static final Tag BODY_PART_EXAMINED = new Tag(0x00180015);
  public static final Tag SCANNING_SEQUENCE = new Tag(0x00180020);
  public static final Tag SEQUENCE_VARIANT = new Tag(0x00180021);
  public static final Tag CINE_RATE = new Tag(0x00180040);
  public static final Tag SLICE_THICKNESS = new Tag(0x00180050);
  public static final Tag KVP = new Tag(0x00180060);
  public static final Tag REPETITION_TIME = new Tag(0x00180080);
  public static final Tag ECHO_TIME = new Tag(0x00180081);
  public static final Tag ECHO_NUMBERS = new Tag(0x00180086);
  public static final Tag MAGNETIC_FIELD_STRENGTH = new Tag(0x00180087);
  public static final Tag SPACING_BETWEEN_SLICES = new Tag(0x00180088);
  public static final Tag SOFTWARE_VERSIONS = new Tag(0x00181020);
  public static final Tag PROTOCOL_NAME = new Tag(0x00181030);
  public static final Tag FRAME_TIME = new Tag(0x00181063);
  public static final Tag FRAME_TIME_VECTOR = new Tag(0x00181065);
  public static final Tag GANTRY_DETECTOR_TILT = new Tag(0x00181120);
  public static final Tag EXPOSURE_TIME = new Tag(0x00181150);
  public static final Tag X_RAY_TUBE_CURRENT = new Tag(0x00181151);
  public static final Tag IMAGER_PIXEL_SPACING = new Tag(0x00181164);
  public static final Tag CONVOLUTION_KERNEL = new Tag(0x00181210);
  public static final Tag SHUTTER_SHAPE = new Tag(0x00181600);
  public static final Tag SHUTTER_LEFT_VERTICAL_EDGE = new Tag(0x00181602);
  public static final Tag SHUTTER_RIGHT_VERTICAL_EDGE = new Tag(0x00181604);
  public static final Tag SHUTTER_UPPER_HORIZONTAL_EDGE = new Tag(0x00181606);
  public static final Tag SHUTTER_LOWER_HORIZONTAL_EDGE = new Tag(0x00181608);
  public static final Tag CENTER_OF_CIRCULAR_SHUTTER = new Tag(0x00181610);
  public static final Tag RADIUS_OF_CIRCULAR_SHUTTER = new Tag(0x00181612);
  public static final Tag VERTICES_OF_THE_POLYGONAL_SHUTTER = new Tag(0x00181620);
  public static final Tag SHUTTER_PRESENTATION_VALUE = new Tag(0x00181622);
  public static final Tag SHUTTER_OVERLAY_GROUP = new Tag(0x00181623);
  public static final Tag NOMINAL_SCANNED_PIXEL_SPACING = new Tag(0x00182010);
  public static final Tag PATIENT_POSITION = new Tag(0x00185100);
  public static final Tag VIEW_POSITION = new Tag(0x00185101);
  public static final Tag SEQUENCE_OF_ULTRASOUND_REGIONS = new Tag(0x00186011);
  public static final Tag REGION_LOCATION_MIN_X0 = new Tag(0x00186018);
  public static final Tag REGION_LOCATION_MIN_Y0 = new Tag(0x0018601A);
  public static final Tag REGION_LOCATION_MAX_X1 = new Tag(0x0018601C);
  public static final Tag REGION_LOCATION_MAX_Y1 = new Tag(0x0018601E);
  public static final Tag PHYSICAL_UNITS_X_DIRECTION = new Tag(0x00186024);
  public static final Tag PHYSICAL_UNITS_Y_DIRECTION = new Tag(0x00186026);
  public static final Tag PHYSICAL_DELTA_X = new Tag(0x0018602C);
  public static final Tag PHYSICAL_DELTA_Y = new Tag(0x0018602E);
  public static final Tag EFFECTIVE_ECHO_TIME = new Tag(0x00189082);
  public static final Tag MR_ECHO_SEQUENCE = new Tag(0x00189114);
  public static final Tag FRAME_DISPLAY_SHUTTER_SEQUENCE = new Tag(0x00189472);
  public static final Tag STUDY_INSTANCE_UID = new Tag(0x0020000D);
  public static final Tag SERIES_INSTANCE_UID = new Tag(0x0020000E);
  public static final Tag STUDY_ID = new Tag(0x00200010);
  public static final Tag SERIES_NUMBER = new Tag(0x00200011);
  public static final Tag ACQUISITION_NUMBER = new Tag(0x00200012);
  public static final Tag INSTANCE_NUMBER = new Tag(0x00200013);
  public static final Tag PATIENT_ORIENTATION = new Tag(0x00200020);
  public static final Tag IMAGE_POSITION_PATIENT = new Tag(0x00200032);
  public static final Tag IMAGE_ORIENTATION_PATIENT = new Tag(0x00200037);
  public static final Tag FRAME_OF_REFERENCE_UID = new Tag(0x00200052);
  public static final Tag LATERALITY = new Tag(0x00200060);
  public static final Tag IMAGE_LATERALITY = new Tag(0x00200062);
  public static final Tag TEMPORAL_POSITION_IDENTIFIER = new Tag(0x00200100);
  public static final Tag IMAGES_IN_ACQUISITION = new Tag(0x00201002);
  public static final Tag POSITION_REFERENCE_INDICATOR = new Tag(0x00201040);
  public static final Tag SLICE_LOCATION = new Tag(0x00201041);
  public static final Tag IMAGE_COMMENTS = new Tag(0x00204000);
  public static final Tag STACK_ID = new Tag(0x00209056);
  public static final Tag IN_STACK_POSITION_NUMBER = new Tag(0x00209057);
  public static final Tag FRAME_CONTENT_SEQUENCE = new Tag(0x00209111);
  public static final Tag PLANE_POSITION_SEQUENCE = new Tag(0x00209113);
  public static final Tag PLANE_ORIENTATION_SEQUENCE = new Tag(0x00209116);
  public static final Tag TEMPORAL_POSITION_INDEX = new Tag(0x00209128);
  public static final Tag FRAME_ACQUISITION_NUMBER = new Tag(0x00209156);
  public static final Tag DIMENSION_INDEX_VALUES = new Tag(0x00209157);
  public static final Tag PLANE_POSITION_VOLUME_SEQUENCE = new Tag(0x0020930E);
  public static final Tag SAMPLES_PER_PIXEL = new Tag(0x00280002);
  public static final Tag PHOTOMETRIC_INTERPRETATION = new Tag(0x00280004);
  public static final Tag PLANAR_CONFIGURATION = new Tag(0x00280006);
  public static final Tag NUMBER_OF_FRAMES = new Tag(0x00280008);
  public static final Tag FRAME_INCREMENT_POINTER = new Tag(0x00280009);
  public static final Tag ROWS = new Tag(0x00280010);
  public static final Tag COLUMNS = new Tag(0x00280011);
  public static final Tag PIXEL_SPACING = new Tag(0x00280030);
  public static final Tag PIXEL_ASPECT_RATIO = new Tag(0x00280034);
  public static final Tag BITS_ALLOCATED = new Tag(0x00280100);
  public static final Tag BITS_STORED = new Tag(0x00280101);
  public static final Tag HIGH_BIT = new Tag(0x00280102);
  public static final Tag PIXEL_REPRESENTATION = new Tag(0x00280103);
  public static final Tag SMALLEST_IMAGE_PIXEL_VALUE = new Tag(0x00280106);
  public static final Tag LARGEST_IMAGE_PIXEL_VALUE = new Tag(0x00280107);
  public static final Tag PIXEL_PADDING_VALUE = new Tag(0x00280120);
  public static final Tag PIXEL_PADDING_RANGE_LIMIT = new Tag(0x00280121);
  public static final Tag FLOAT_PIXEL_PADDING_VALUE = new Tag(0x00280122);
  public static final Tag DOUBLE_FLOAT_PIXEL_PADDING_VALUE = new Tag(0x00280123);
  public static final Tag FLOAT_PIXEL_PADDING_RANGE_LIMIT = new Tag(0x00280124);
  public static final Tag DOUBLE_FLOAT_PIXEL_PADDING_RANGE_LIMIT = new Tag(0x00280125);
  public static final Tag BURNED_IN_ANNOTATION = new Tag(0x00280301);
  public static final Tag PIXEL_SPACING_CALIBRATION_TYPE = new Tag(0x00280A02);
  public static final Tag WINDOW_CENTER = new Tag(0x00281050);
  public static final Tag WINDOW_WIDTH = new Tag(0x00281051);
  public static final Tag RESCALE_INTERCEPT = new Tag(0x00281052);
  public static final Tag RESCALE_SLOPE = new Tag(0x00281053);
  public static final Tag RESCALE_TYPE = new Tag(0x00281054);
  public static final Tag WINDOW_CENTER_WIDTH_EXPLANATION = new Tag(0x00281055);
  public static final Tag VOI_LUT_FUNCTION = new Tag(0x00281056);
  public static final Tag RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR = new Tag(0x00281101);
  public static final Tag GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR = new Tag(0x00281102);
  public static final Tag BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR = new Tag(0x00281103);
  public static final Tag RED_PALETTE_COLOR_LOOKUP_TABLE_DATA = new Tag(0x00281201);
  public static final Tag GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA = new Tag(0x00281202);
  public static final Tag BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA = new Tag(0x00281203);
  public static final Tag SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA = new Tag(0x00281221);
  public static final Tag SEGMENTED_GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA = new Tag(0x00281222);
  public static final Tag SEGMENTED_BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA = new Tag(0x00281223);
  public static final Tag ICC_PROFILE = new Tag(0x00282000);
  public static final Tag LOSSY_IMAGE_COMPRESSION = new Tag(0x00282110);
  public static final Tag LOSSY_IMAGE_COMPRESSION_RATIO = new Tag(0x00282112);
  public static final Tag LOSSY_IMAGE_COMPRESSION_METHOD = new Tag(0x00282114);
  public static final Tag MODALITY_LUT_SEQUENCE = new Tag(0x00283000);
  public static final Tag LUT_DESCRIPTOR = new Tag(0x00283002);
  public static final Tag LUT_EXPLANATION = new Tag(0x00283003);
  public static final Tag MODALITY_LUT_TYPE = new Tag(0x00283004);
  public static final Tag LUT_DATA = new Tag(0x00283006);
  public static final Tag VOI_LUT_SEQUENCE = new Tag(0x00283010);
  public static final Tag PIXEL_MEASURES_SEQUENCE = new Tag(0x00289110);
  public static final Tag FRAME_VOI_LUT_SEQUENCE = new Tag(0x00289132);
  public static final Tag PIXEL_VALUE_TRANSFORMATION_SEQUENCE = new Tag(0x00289145);
  public static final Tag REQUESTED_PROCEDURE_DESCRIPTION = new Tag(0x00321060);
  public static final Tag OPTICAL_PATH_SEQUENCE = new Tag(0x00480105);
  public static final Tag SEGMENTATION_TYPE = new Tag(0x00620001);
  public static final Tag SEGMENT_SEQUENCE = new Tag(0x00620002);
  public static final Tag SEGMENT_NUMBER = new Tag(0x00620004);
  public static final Tag SEGMENT_LABEL = new Tag(0x00620005);
  public static final Tag SEGMENT_IDENTIFICATION_SEQUENCE = new Tag(0x0062000A);
  public static final Tag REFERENCED_SEGMENT_NUMBER = new Tag(0x0062000B);
  public static final Tag RECOMMENDED_DISPLAY_CIELAB_VALUE = new Tag(0x0062000D);
  public static final Tag MAXIMUM_FRACTIONAL_VALUE = new Tag(0x0062000E);
  public static final Tag ICON_IMAGE_SEQUENCE = new Tag(0x00880200);
  public static final Tag PRESENTATION_LUT_SEQUENCE = new Tag(0x20500010);
  public static final Tag PRESENTATION_LUT_SHAPE = new Tag(0x20500020);
  public static final Tag GRID_FRAME_OFFSET_VECTOR = new Tag(0x3004000C);
  public static final Tag SHARED_FUNCTIONAL_GROUPS_SEQUENCE = new Tag(0x52009229);
  public static final Tag PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE = new Tag(0x52009230);
  public static final Tag EXTENDED_OFFSET_TABLE = new Tag(0x7FE00001);
  public static final Tag EXTENDED_OFFSET_TABLE_LENGTHS = new Tag(0x7FE00002);
  public static final Tag FLOAT_PIXEL_DATA = new Tag(0x7FE00008);
  public static final Tag DOUBLE_FLOAT_PIXEL_DATA = new Tag(0x7FE00009);
  public static final Tag PIXEL_DATA = new Tag(0x7FE00010);
  public static final Tag DATA_SET_TRAILING_PADDING = new Tag(0xFFFCFFFC);

  private static final Pattern FORM = Pattern.compile("\\(?([0-9A-Fa-f]{4}),?([0-9A-Fa-f]{4})\\)?");

  public static Tag of(int group, int element) {
    return new Tag((group << 16) | (element & 0xFFFF));
  }

  /**
   * Reads {@code (0028,0010)}, {@code 0028,0010} or {@code 00280010}.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Tag parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("Not a tag: " + text);
    }
    return of(Integer.parseInt(form.group(1), 16), Integer.parseInt(form.group(2), 16));
  }

  public int group() {
    return value >>> 16;
  }

  public int element() {
    return value & 0xFFFF;
  }

  /** Whether the group is odd. Source: PS3.5 section 7.8. */
  public boolean isPrivate() {
    return (value & 0x10000) != 0;
  }

  /** Whether the element reserves a block of private elements. Source: PS3.5 section 7.8.1. */
  public boolean isPrivateCreator() {
    return isPrivate() && element() >= 0x10 && element() <= 0xFF;
  }

  @Override
  public int compareTo(Tag other) {
    return Integer.compareUnsigned(value, other.value);
  }

  /** As {@code (0028,0010)}, in upper case. */
  @Override
  public String toString() {
    return String.format("(%04X,%04X)", group(), element());
  }
}
