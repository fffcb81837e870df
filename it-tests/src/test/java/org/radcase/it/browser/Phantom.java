package org.radcase.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.radcase.it.DicomFile;
import org.radcase.it.Given;
import org.radcase.it.Multipart;
import org.radcase.it.RadCase;

/**
 * A patient of whom every value is known: HU at each place, and cases of series that cut it. Pixels
 * are twice as high as wide, so that rows taken for columns are found out.
 */
final class Phantom {
  static final double SLOPE = 2;
  static final double INTERCEPT = -1024;

  static final Voxels AXIAL =
      series(new int[] {64, 48, 9}, new double[] {-15.75, -23.5, 0}, new double[][] {
        {0.5, 0, 0}, {0, 1, 0}, {0, 0, 2}
      });

  /** Every other slice. */
  static final Voxels COARSE =
      series(new int[] {32, 24, 5}, new double[] {-15.5, -23, 0}, new double[][] {
        {1, 0, 0}, {0, 2, 0}, {0, 0, 4}
      });

  static final Voxels SAGITTAL =
      series(new int[] {48, 20, 8}, new double[] {14, -23.5, 18}, new double[][] {
        {0, 1, 0}, {0, 0, -1}, {-4, 0, 0}
      });

  /** One image, in pixels: its files don't say where it lies. */
  static final Voxels PLAIN = series(
      new int[] {40, 40, 1}, new double[3], new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});

  static final int FRAMES = 10;
  static final double FRAME_TIME_MILLIS = 40;

  private static final int BODY_PART_EXAMINED = 0x00180015;
  private static final int FRAME_TIME = 0x00181063;
  private static final int FRAME_OF_REFERENCE_UID = 0x00200052;
  private static final int IMAGE_ORIENTATION = 0x00200037;
  private static final int NUMBER_OF_FRAMES = 0x00280008;
  private static final int ROWS = 0x00280010;
  private static final int COLUMNS = 0x00280011;
  private static final int PIXEL_SPACING = 0x00280030;
  private static final int RESCALE_INTERCEPT = 0x00281052;
  private static final int RESCALE_SLOPE = 0x00281053;
  private static final String ULTRASOUND_MULTI_FRAME = "1.2.840.10008.5.1.4.1.1.3.1";

  private final String bodyPart;
  private final String study = DicomFile.freshUid();
  private final String space = DicomFile.freshUid();
  private final List<byte[]> files = new ArrayList<>();
  private int seriesNumber;

  Phantom(String bodyPart) {
    this.bodyPart = bodyPart;
  }

  private static Voxels series(int[] size, double[] origin, double[][] steps) {
    return Voxels.of(size, origin, steps, Phantom::hounsfield);
  }

  /** Even, as the files' Rescale Slope is 2. */
  private static double hounsfield(double[] place) {
    var ripple = 60 * Math.sin(place[0] + 2 * place[1] + 3 * place[2]);
    return 2 * Math.round(10 + 4 * place[0] + 3 * place[1] + 5 * place[2] + ripple);
  }

  static double storedValue(double hounsfield) {
    return (hounsfield - INTERCEPT) / SLOPE;
  }

  /** A case of every kind of series that tools work on. */
  static String patient(RadCase educator) {
    return new Phantom("CHEST").add(AXIAL).add(COARSE).add(SAGITTAL).addPlain().publish(educator);
  }

  /** A case of one image that knows its spacing, and one that doesn't. */
  static String twoImages(RadCase educator) {
    return new Phantom("CHEST").add(firstSliceOf(AXIAL)).addPlain().publish(educator);
  }

  static String head(RadCase educator) {
    return new Phantom("HEAD").add(firstSliceOf(AXIAL)).publish(educator);
  }

  static String film(RadCase educator) {
    return new Phantom("HEART").addFilm().publish(educator);
  }

  private static Voxels firstSliceOf(Voxels series) {
    var size = new int[] {series.size()[0], series.size()[1], 1};
    var values = Arrays.copyOf(series.values(), size[0] * size[1]);
    return new Voxels(size, series.origin(), series.steps(), values);
  }

  private Phantom add(Voxels series) {
    var uid = DicomFile.freshUid();
    seriesNumber++;
    for (var slice = 0; slice < series.size()[2]; slice++) {
      var orientation = direction(series.steps()[0]) + "\\" + direction(series.steps()[1]);
      var spacing =
          Voxels.length(series.steps()[1]) + "\\" + Voxels.length(series.steps()[0]);
      files.add(image(series, uid, slice)
          .text(DicomFile.IMAGE_POSITION, "DS", decimals(series.place(0, 0, slice)))
          .text(IMAGE_ORIENTATION, "DS", orientation)
          .text(PIXEL_SPACING, "DS", spacing)
          .uid(FRAME_OF_REFERENCE_UID, space)
          .bytes());
    }
    return this;
  }

  private Phantom addPlain() {
    seriesNumber++;
    files.add(image(PLAIN, DicomFile.freshUid(), 0)
        .without(DicomFile.IMAGE_POSITION)
        .without(IMAGE_ORIENTATION)
        .without(PIXEL_SPACING)
        .bytes());
    return this;
  }

  /** Ultrasound of which each frame is brighter than the one before. */
  private Phantom addFilm() {
    var size = 32;
    var pixels = new byte[size * size * FRAMES * 2];
    for (var i = 0; i < pixels.length; i += 2) pixels[i] = (byte) (i / 2 / (size * size) * 20);
    files.add(new DicomFile()
        .uid(DicomFile.SOP_CLASS_UID, ULTRASOUND_MULTI_FRAME)
        .text(DicomFile.MODALITY, "CS", "US")
        .uid(DicomFile.STUDY_INSTANCE_UID, study)
        .text(NUMBER_OF_FRAMES, "IS", Integer.toString(FRAMES))
        .text(FRAME_TIME, "DS", Double.toString(FRAME_TIME_MILLIS))
        .number(ROWS, size)
        .number(COLUMNS, size)
        .without(DicomFile.IMAGE_POSITION)
        .without(IMAGE_ORIENTATION)
        .pixels(pixels)
        .bytes());
    return this;
  }

  private DicomFile image(Voxels series, String uid, int slice) {
    var columns = series.size()[0];
    var rows = series.size()[1];
    var pixels = ByteBuffer.allocate(columns * rows * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (var i = 0; i < columns * rows; i++)
      pixels.putShort((short) storedValue(series.values()[slice * columns * rows + i]));
    return new DicomFile()
        .uid(DicomFile.STUDY_INSTANCE_UID, study)
        .uid(DicomFile.SERIES_INSTANCE_UID, uid)
        .text(DicomFile.SERIES_NUMBER, "IS", Integer.toString(seriesNumber))
        .text(DicomFile.INSTANCE_NUMBER, "IS", Integer.toString(slice + 1))
        .text(BODY_PART_EXAMINED, "CS", bodyPart)
        .text(RESCALE_SLOPE, "DS", Double.toString(SLOPE))
        .text(RESCALE_INTERCEPT, "DS", Double.toString(INTERCEPT))
        .number(ROWS, rows)
        .number(COLUMNS, columns)
        .pixels(pixels.array());
  }

  private static String direction(double[] step) {
    var length = Voxels.length(step);
    return decimals(Arrays.stream(step).map(part -> part / length).toArray());
  }

  private static String decimals(double[] vector) {
    return Arrays.stream(vector)
        .mapToObj(part -> String.format(Locale.ROOT, "%.3f", part))
        .collect(Collectors.joining("\\"));
  }

  private String publish(RadCase educator) {
    var fields = Given.json()
        .put("presentation", "Cough for six weeks, man, 61")
        .put("clinicalHistory", "Never smoked.")
        .put("findings", "A round nodule.")
        .put("diagnosis", "Carcinoid")
        .put("visibility", "institution");
    fields.putArray("teachingPoints").add("Look behind the heart.");
    var address = Given.addressOf(Given.aCase(educator, fields));
    var body = new Multipart();
    IntStream.range(0, files.size()).forEach(i -> body.file(i + ".dcm", files.get(i)));
    var uploaded = educator.post(address + "/dicom", body);
    assertThat(uploaded.status()).as(uploaded.toString()).isEqualTo(200);
    var published = educator.patch(address, "{\"status\": \"published\"}", "If-Match", "*");
    assertThat(published.status()).as(published.toString()).isEqualTo(200);
    return address.substring(address.lastIndexOf('/') + 1);
  }
}
