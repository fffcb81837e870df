package org.radcase.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.Uids;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.part10.Part10Writer;

/** Data sets that tests make themselves. */
public final class Generated {
  public static final List<TransferSyntax> NATIVE = List.of(
      TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
      TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
      TransferSyntax.EXPLICIT_BIG_ENDIAN,
      TransferSyntax.DEFLATED);

  private static final Tag PRIVATE_CREATOR = new Tag(0x00110010);
  private static final Tag PRIVATE = new Tag(0x00111001);

  private Generated() {}

  /** A CT slice of 8 × 6 pixels with a bit of everything, the pixel data last. */
  public static DataSet slice() {
    var code = DataSet.builder()
        .putString(Tag.CODE_VALUE, "113100")
        .putString(Tag.CODING_SCHEME_DESIGNATOR, "DCM")
        .build();
    var reference = DataSet.builder()
        .putString(Tag.REFERENCED_SOP_CLASS_UID, Uids.CT_IMAGE)
        .putSequence(Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE, code, DataSet.EMPTY)
        .build();
    return DataSet.builder()
        .putString(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
        .putString(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
        .putString(Tag.SOP_CLASS_UID, Uids.CT_IMAGE)
        .putString(Tag.SOP_INSTANCE_UID, "2.25.1")
        .putString(Tag.MODALITY, "CT")
        .putSequence(Tag.REFERENCED_IMAGE_SEQUENCE, reference, reference)
        .putString(Tag.PATIENT_NAME, "Müller^Änne")
        .putString(PRIVATE_CREATOR, VR.LO, "RADCASE")
        .putBytes(PRIVATE, VR.UN, new byte[] {1, 2, 3})
        .putString(Tag.STUDY_INSTANCE_UID, "2.25.2")
        .putString(Tag.SERIES_INSTANCE_UID, "2.25.3")
        .putInts(Tag.INSTANCE_NUMBER, VR.IS, 7)
        .putDecimals(Tag.IMAGE_POSITION_PATIENT, VR.DS, -100.5, 0, 31.25)
        .putInts(Tag.SAMPLES_PER_PIXEL, VR.US, 1)
        .putString(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
        .putInts(Tag.ROWS, VR.US, 6)
        .putInts(Tag.COLUMNS, VR.US, 8)
        .putInts(Tag.BITS_ALLOCATED, VR.US, 16)
        .putInts(Tag.BITS_STORED, VR.US, 12)
        .putInts(Tag.HIGH_BIT, VR.US, 11)
        .putInts(Tag.PIXEL_REPRESENTATION, VR.US, 1)
        .putInts(Tag.SMALLEST_IMAGE_PIXEL_VALUE, VR.SS, -5)
        .putBytes(Tag.PIXEL_DATA, VR.OW, bytes(96, 1))
        .build();
  }

  /** The slice with its pixel data in three fragments, as JPEG would be. */
  public static DataSet encapsulated() {
    var start = new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0};
    return slice().toBuilder()
        .putInts(Tag.NUMBER_OF_FRAMES, VR.IS, 2)
        .putFragments(Tag.PIXEL_DATA, List.of(start, bytes(30, 2), start))
        .build();
  }

  public static byte[] file(DataSet dataSet, TransferSyntax syntax) {
    var bytes = new ByteArrayOutputStream();
    try {
      Part10Writer.write(dataSet, syntax, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static byte[] bytes(int length, long seed) {
    var bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
