package org.radcase.it;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A small CT slice as Part 10 file in explicit VR little endian, of which single attributes can be
 * changed. Source: PS3.10 section 7.1, PS3.5 section 7.1.2. Not for several threads.
 */
public final class DicomFile {
  private static final String EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";
  private static final String CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2";

  public static final int SOP_CLASS_UID = 0x00080016;
  public static final int SOP_INSTANCE_UID = 0x00080018;
  public static final int MODALITY = 0x00080060;
  public static final int SERIES_DESCRIPTION = 0x0008103E;
  public static final int PATIENT_IDENTITY_REMOVED = 0x00120062;
  public static final int STUDY_INSTANCE_UID = 0x0020000D;
  public static final int SERIES_INSTANCE_UID = 0x0020000E;
  public static final int SERIES_NUMBER = 0x00200011;
  public static final int INSTANCE_NUMBER = 0x00200013;
  public static final int IMAGE_POSITION = 0x00200032;
  public static final int BURNED_IN_ANNOTATION = 0x00280301;
  public static final int PIXEL_DATA = 0x7FE00010;

  private final TreeMap<Integer, byte[]> elements = new TreeMap<>(Integer::compareUnsigned);
  private String sopClass = CT_IMAGE_STORAGE;
  private String sopInstance = "";

  /** A slice of 16 × 16 pixels, of a study and a series of its own, that says it is de-identified. */
  public DicomFile() {
    uid(SOP_CLASS_UID, CT_IMAGE_STORAGE).uid(SOP_INSTANCE_UID, freshUid());
    text(MODALITY, "CS", "CT")
        .text(PATIENT_IDENTITY_REMOVED, "CS", "YES")
        .text(BURNED_IN_ANNOTATION, "CS", "NO");
    uid(STUDY_INSTANCE_UID, freshUid()).uid(SERIES_INSTANCE_UID, freshUid());
    text(INSTANCE_NUMBER, "IS", "1")
        .text(IMAGE_POSITION, "DS", "0\\0\\0")
        .text(0x00200037, "DS", "1\\0\\0\\0\\1\\0");
    number(0x00280002, 1).text(0x00280004, "CS", "MONOCHROME2");
    number(0x00280010, 16).number(0x00280011, 16).text(0x00280030, "DS", "0.5\\0.5");
    number(0x00280100, 16).number(0x00280101, 12).number(0x00280102, 11).number(0x00280103, 0);
    pixels(new byte[16 * 16 * 2]);
  }

  public static String freshUid() {
    var id = UUID.randomUUID();
    var unsigned = new BigInteger(
        1,
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
    return "2.25." + unsigned;
  }

  public DicomFile uid(int tag, String uid) {
    if (tag == SOP_CLASS_UID) sopClass = uid;
    if (tag == SOP_INSTANCE_UID) sopInstance = uid;
    return put(tag, "UI", padded(uid, (byte) 0));
  }

  public DicomFile text(int tag, String vr, String value) {
    return put(tag, vr, padded(value, (byte) ' '));
  }

  public DicomFile number(int tag, int value) {
    return put(tag, "US", new byte[] {(byte) value, (byte) (value >> 8)});
  }

  public DicomFile pixels(byte[] samples) {
    return put(PIXEL_DATA, "OW", samples);
  }

  public DicomFile without(int tag) {
    elements.remove(tag);
    return this;
  }

  String instanceUid() {
    return sopInstance;
  }

  public DicomFile put(int tag, String vr, byte[] value) {
    elements.put(tag, element(tag, vr, value, value.length));
    return this;
  }

  /** The element with a length that lies. */
  public DicomFile claiming(int tag, String vr, byte[] value, int length) {
    elements.put(tag, element(tag, vr, value, length));
    return this;
  }

  private static byte[] element(int tag, String vr, byte[] value, int length) {
    var isLong = vr.equals("OW") || vr.equals("OB") || vr.equals("SQ") || vr.equals("UN");
    var buffer =
        ByteBuffer.allocate((isLong ? 12 : 8) + value.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer
        .putShort((short) (tag >>> 16))
        .putShort((short) tag)
        .put(vr.getBytes(StandardCharsets.US_ASCII));
    if (isLong) buffer.putShort((short) 0).putInt(length);
    else buffer.putShort((short) length);
    return buffer.put(value).array();
  }

  private static byte[] padded(String value, byte padding) {
    var bytes = value.getBytes(StandardCharsets.US_ASCII);
    if (bytes.length % 2 == 0) return bytes;
    var even = java.util.Arrays.copyOf(bytes, bytes.length + 1);
    even[bytes.length] = padding;
    return even;
  }

  public byte[] bytes() {
    var meta = new ByteArrayOutputStream();
    meta.writeBytes(element(0x00020001, "OB", new byte[] {0, 1}, 2));
    meta.writeBytes(uidElement(0x00020002, sopClass));
    meta.writeBytes(uidElement(0x00020003, sopInstance));
    meta.writeBytes(uidElement(0x00020010, EXPLICIT_LITTLE_ENDIAN));
    meta.writeBytes(uidElement(0x00020012, "2.25.1"));

    var file = new ByteArrayOutputStream();
    file.writeBytes(new byte[128]);
    file.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    var length = ByteBuffer.allocate(4)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(meta.size())
        .array();
    file.writeBytes(element(0x00020000, "UL", length, 4));
    file.writeBytes(meta.toByteArray());
    elements.values().forEach(file::writeBytes);
    return file.toByteArray();
  }

  private static byte[] uidElement(int tag, String uid) {
    var value = padded(uid, (byte) 0);
    return element(tag, "UI", value, value.length);
  }
}
