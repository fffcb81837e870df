package org.radcase.dicom.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.radcase.dicom.DicomImage;
import org.radcase.dicom.part10.Part10File;
import org.radcase.dicom.part10.Part10Reader;

/** From a file on disk (warm) to its header, and to a PNG at its default window. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings({"NullAway.Init", "NotNullFieldNotInitialized"}) // JMH calls prepare() first
public class HeaderBenchmark {
  private Path path;

  @Setup
  public void prepare() {
    path = CtSlice.NATIVE.path();
  }

  @Benchmark
  public Part10File header() throws IOException {
    return Part10Reader.read(path);
  }

  @Benchmark
  public void png() throws IOException {
    DicomImage.open(path).writePng(1, OutputStream.nullOutputStream());
  }
}
