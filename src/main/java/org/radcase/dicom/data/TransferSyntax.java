package org.radcase.dicom.data;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a data set and its pixels are encoded. Source: PS3.5 annex A, PS3.6 table A-1.
 *
 * @param codec what the pixels went through
 */
public record TransferSyntax(
    String uid, String keyword, Encoding encoding, Codec codec, Loss loss, boolean retired) {

  /** The form of the data set's bytes. */
  public enum Encoding {
    IMPLICIT_LITTLE_ENDIAN,
    EXPLICIT_LITTLE_ENDIAN,
    EXPLICIT_BIG_ENDIAN,
    /** Explicit little endian, the whole data set deflated (RFC 1951). */
    DEFLATED,
    /** Explicit little endian, pixel data in fragments. */
    ENCAPSULATED,
    /** Not a form of stored files: real-time video, MIME, XML. */
    NONE
  }

  /** Whether encoding can lose pixel values; EITHER depends on the encoder's settings. */
  public enum Loss {
    LOSSLESS,
    LOSSY,
    EITHER
  }

  /** Families of pixel compression. */
  public enum Codec {
    NATIVE,
    RLE,
    JPEG_BASELINE,
    JPEG_EXTENDED,
    JPEG_RETIRED,
    JPEG_LOSSLESS,
    JPEG_LS,
    JPEG_2000,
    HTJ2K,
    JPEG_XL,
    DEFLATED_FRAME,
    VIDEO,
    REFERENCED
  }

  private static final Map<String, TransferSyntax> ALL = load();

  public static final TransferSyntax IMPLICIT_LITTLE_ENDIAN = known("1.2.840.10008.1.2");
  public static final TransferSyntax EXPLICIT_LITTLE_ENDIAN = known("1.2.840.10008.1.2.1");
  public static final TransferSyntax EXPLICIT_BIG_ENDIAN = known("1.2.840.10008.1.2.2");
  public static final TransferSyntax DEFLATED = known("1.2.840.10008.1.2.1.99");
  public static final TransferSyntax JPEG_BASELINE = known("1.2.840.10008.1.2.4.50");
  public static final TransferSyntax JPEG_EXTENDED = known("1.2.840.10008.1.2.4.51");
  public static final TransferSyntax JPEG_LOSSLESS = known("1.2.840.10008.1.2.4.70");
  public static final TransferSyntax JPEG_LS = known("1.2.840.10008.1.2.4.80");
  public static final TransferSyntax JPEG_2000_LOSSLESS = known("1.2.840.10008.1.2.4.90");
  public static final TransferSyntax JPEG_2000 = known("1.2.840.10008.1.2.4.91");
  public static final TransferSyntax RLE = known("1.2.840.10008.1.2.5");

  public static Optional<TransferSyntax> find(String uid) {
    return Optional.ofNullable(ALL.get(uid));
  }

  public static Collection<TransferSyntax> all() {
    return ALL.values();
  }

  public boolean isEncapsulated() {
    return encoding == Encoding.ENCAPSULATED;
  }

  public boolean isBigEndian() {
    return encoding == Encoding.EXPLICIT_BIG_ENDIAN;
  }

  public boolean isDeflated() {
    return encoding == Encoding.DEFLATED;
  }

  public boolean isExplicit() {
    return encoding != Encoding.IMPLICIT_LITTLE_ENDIAN;
  }

  /** Whether files of this syntax exist. */
  public boolean hasFiles() {
    return encoding != Encoding.NONE;
  }

  private static TransferSyntax known(String uid) {
    return find(uid).orElseThrow();
  }

  private static Map<String, TransferSyntax> load() {
    var all = new LinkedHashMap<String, TransferSyntax>();
    for (var row : Registry.rows("transfer-syntaxes.txt")) {
      var cells = row.split(" ", 5);
      var loss = cells[4].equals("-") ? Loss.LOSSLESS : Loss.valueOf(upper(cells[4]));
      var retired = cells[2].contains("!");
      all.put(
          cells[0],
          new TransferSyntax(
              cells[0], cells[1], encoding(cells[2]), codec(cells[3]), loss, retired));
    }
    return all;
  }

  private static Encoding encoding(String flags) {
    if (flags.contains("N")) {
      return Encoding.NONE;
    }
    if (flags.contains("I")) {
      return Encoding.IMPLICIT_LITTLE_ENDIAN;
    }
    if (flags.contains("B")) {
      return Encoding.EXPLICIT_BIG_ENDIAN;
    }
    if (flags.contains("Z")) {
      return Encoding.DEFLATED;
    }
    return flags.contains("E") ? Encoding.ENCAPSULATED : Encoding.EXPLICIT_LITTLE_ENDIAN;
  }

  private static Codec codec(String name) {
    return switch (name) {
      case "none" -> Codec.NATIVE;
      case "rle" -> Codec.RLE;
      case "jpeg-baseline" -> Codec.JPEG_BASELINE;
      case "jpeg-extended" -> Codec.JPEG_EXTENDED;
      case "jpeg-retired", "jpeg-lossless-retired" -> Codec.JPEG_RETIRED;
      case "jpeg-lossless", "jpeg-lossless-sv1" -> Codec.JPEG_LOSSLESS;
      case "jpeg-ls", "jpeg-ls-near" -> Codec.JPEG_LS;
      case "deflate-frame" -> Codec.DEFLATED_FRAME;
      case "jpip" -> Codec.REFERENCED;
      default -> codecOfFamily(name);
    };
  }

  private static Codec codecOfFamily(String name) {
    if (name.startsWith("htj2k")) {
      return Codec.HTJ2K;
    }
    if (name.startsWith("j2k")) {
      return Codec.JPEG_2000;
    }
    return name.startsWith("jpegxl") ? Codec.JPEG_XL : Codec.VIDEO;
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
