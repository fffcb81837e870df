package org.radcase.dicom.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.radcase.dicom.part10.Part10File;
import org.radcase.dicom.pixel.FrameDecoder;

/** A frame in memory to samples in memory, by RadCase and by the readers of ImageIO. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings({"NullAway.Init", "NotNullFieldNotInitialized"}) // JMH calls prepare() first
public class DecodeBenchmark {
  @Param
  public CtSlice slice;

  private Part10File file;
  private byte[] frame;

  @Setup
  public void prepare() {
    file = slice.file();
    frame = slice.frame();
  }

  @Benchmark
  public FrameDecoder.Samples radcase() throws IOException {
    return slice.decode(frame, file);
  }

  @Benchmark
  public Object library() throws IOException {
    var reader = readers(slice).next();
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(frame))) {
      reader.setInput(in);
      return reader.readRaster(0, null);
    } catch (UnsupportedOperationException e) {
      try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(frame))) {
        reader.setInput(in);
        return reader.read(0);
      }
    } finally {
      reader.dispose();
    }
  }

  /** TwelveMonkeys' for JPEG, which takes the JDK's native one for what that can; jai-imageio's for JPEG 2000. */
  private static Iterator<ImageReader> readers(CtSlice slice) {
    return ImageIO.getImageReadersByFormatName(
        slice.name().startsWith("JPEG_2000") ? "jpeg 2000" : "jpeg");
  }
}
