package org.radcase.it.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.radcase.it.DicomFile;
import org.radcase.it.Multipart;

/**
 * A CT series of 512 × 512 slices of a body in air. Its noise, of 12 HU in the body and without
 * correlation between neighbours, compresses no better than a scanner's.
 */
public final class SyntheticCt {
  private static final int SIZE = 512;
  private static final int FILES_A_REQUEST = 20;
  private static final int AIR = 24;
  private static final int SOFT_TISSUE = 1064;
  private static final double NOISE = 12;
  private static final double NOISE_IN_AIR = 4;

  /** Normally distributed numbers to draw from: making each anew takes longer. */
  private static final double[] NORMAL = normal(1 << 14);

  private SyntheticCt() {}

  public static byte[][] slices(int count) {
    var study = DicomFile.freshUid();
    var series = DicomFile.freshUid();
    return IntStream.range(0, count).mapToObj(i -> slice(study, series, i)).toArray(byte[][]::new);
  }

  private static byte[] slice(String study, String series, int index) {
    var random = new Random(index);
    var pixels = ByteBuffer.allocate(SIZE * SIZE * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (var i = 0; i < SIZE * SIZE; i++) {
      var inBody = Math.hypot((i % SIZE - 256) / 230.0, (i / SIZE - 256) / 170.0) < 1;
      var noise = NORMAL[random.nextInt(NORMAL.length)] * (inBody ? NOISE : NOISE_IN_AIR);
      pixels.putShort((short) Math.round((inBody ? SOFT_TISSUE : AIR) + noise));
    }
    return new DicomFile()
        .uid(DicomFile.STUDY_INSTANCE_UID, study)
        .uid(DicomFile.SERIES_INSTANCE_UID, series)
        .text(DicomFile.INSTANCE_NUMBER, "IS", Integer.toString(index + 1))
        .text(DicomFile.IMAGE_POSITION, "DS", "0\\0\\" + index)
        .number(0x00280010, SIZE)
        .number(0x00280011, SIZE)
        .pixels(pixels.array())
        .bytes();
  }

  private static double[] normal(int count) {
    var random = new Random(1);
    return DoubleStream.generate(random::nextGaussian).limit(count).toArray();
  }

  /** The requests in which the editor would send them. */
  public static Multipart[] requests(byte[][] slices) {
    return IntStream.range(0, (slices.length + FILES_A_REQUEST - 1) / FILES_A_REQUEST)
        .mapToObj(request -> {
          var body = new Multipart();
          var end = Math.min(slices.length, (request + 1) * FILES_A_REQUEST);
          for (var i = request * FILES_A_REQUEST; i < end; i++) body.file(i + ".dcm", slices[i]);
          return body;
        })
        .toArray(Multipart[]::new);
  }
}
