package org.radcase.dicom.codec.j2k;

import java.util.ArrayList;
import java.util.List;
import org.radcase.dicom.codec.FrameShape;
import org.radcase.dicom.data.DicomException;

/** Turns tiles into the samples of the frame. For one thread. */
final class SampleWriter {
  private final ImageSize size;
  private final FrameShape shape;
  private byte[] bytes = {};

  SampleWriter(ImageSize size, FrameShape shape) {
    this.size = size;
    this.shape = shape;
  }

  /** All samples, after the last tile. */
  byte[] bytes() {
    return bytes;
  }

  /** Room is made with the first tile: by now its packets have been seen. */
  void write(Tile tile, BlockDecoder blocks) throws DicomException {
    if (bytes.length == 0) {
      bytes = new byte[shape.bytes()];
    }
    var planes = new ArrayList<Plane>();
    for (var component : tile.components()) {
      planes.add(Plane.of(component));
    }
    for (var precinct : tile.precincts()) {
      var plane = planes.get(precinct.component());
      for (var grid : precinct.grids()) {
        for (var block : grid.included()) {
          plane.put(block, blocks.decode(block, precinct.coding()));
        }
      }
    }
    planes.forEach(Plane::synthesise);
    if (tile.coding().transformsColors()) {
      ColorTransform.undo(planes, tile.area());
    }
    store(planes, tile.area());
  }

  private void store(List<Plane> planes, Area area) {
    var samples = new int[area.width()];
    for (var i = 0; i < planes.size(); i++) {
      for (var row = 0; row < area.height(); row++) {
        planes.get(i).read(row, samples);
        shift(samples, size.components().get(i));
        var pixel = (area.y0() - size.area().y0() + row) * shape.columns()
            + area.x0()
            - size.area().x0();
        put(samples, pixel * shape.samplesPerPixel() + i);
      }
    }
  }

  /** Undoes the level shift (annex G.1) and keeps the samples in their range. */
  private static void shift(int[] samples, ImageSize.Component component) {
    var half = 1 << (component.bits() - 1);
    var level = component.isSigned() ? 0 : half;
    var least = level - half;
    var most = level + half - 1;
    for (var x = 0; x < samples.length; x++) {
      samples[x] = Math.min(most, Math.max(least, samples[x] + level));
    }
  }

  private void put(int[] samples, int first) {
    var step = shape.samplesPerPixel() * shape.sampleBytes();
    var at = first * shape.sampleBytes();
    for (var sample : samples) {
      for (var i = 0; i < shape.sampleBytes(); i++) {
        bytes[at + i] = (byte) (sample >> (8 * i));
      }
      at += step;
    }
  }
}
