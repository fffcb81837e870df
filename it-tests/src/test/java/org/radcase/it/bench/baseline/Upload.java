package org.radcase.it.bench.baseline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import org.radcase.it.Given;
import org.radcase.it.RadCase;
import org.radcase.it.bench.SyntheticCt;

/** A small series that comes in, beside a bare loop that writes and forces the same files. */
final class Upload {
  private final RadCase educator;
  private final Effort effort;

  Upload(RadCase educator, Effort effort) {
    this.educator = educator;
    this.effort = effort;
  }

  Turns measure() {
    if (effort.warmUpSeconds > 0) for (var i = 0; i < 3; i++) upload();
    var values = new ArrayList<Double>();
    var peers = new ArrayList<Double>();
    ServerFigures.inTurns(
        effort.turns, () -> values.add(upload()), () -> peers.add(writeAndForce()));
    return new Turns(
        "DICOM",
        "upload of a series of " + effort.slices,
        Unit.FILES_A_SECOND,
        "the same files written and forced",
        values,
        peers);
  }

  private double upload() {
    var slices = SyntheticCt.slices(effort.slices);
    var address = Given.addressOf(Given.aCase(educator));
    var start = System.nanoTime();
    Scene.upload(educator, address, slices);
    var rate = rate(start);
    Scene.awaitPacked(educator, address);
    return rate;
  }

  private double writeAndForce() {
    var slices = SyntheticCt.slices(effort.slices);
    try {
      var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bare-");
      var start = System.nanoTime();
      for (var i = 0; i < slices.length; i++) write(folder.resolve(i + ".dcm"), slices[i]);
      var rate = rate(start);
      for (var i = 0; i < slices.length; i++) Files.delete(folder.resolve(i + ".dcm"));
      Files.delete(folder);
      return rate;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path path, byte[] bytes) throws IOException {
    try (var file =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(bytes));
      file.force(true);
    }
  }

  private double rate(long startNanos) {
    return effort.slices / ((System.nanoTime() - startNanos) / 1e9);
  }
}
