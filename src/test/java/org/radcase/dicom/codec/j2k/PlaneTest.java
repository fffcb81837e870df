package org.radcase.dicom.codec.j2k;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.dicom.codec.j2k.ComponentCoding.Precincts;
import org.radcase.dicom.data.DicomException;

/** Wavelets and quantization are those of the standard, wherever the tile lies. */
class PlaneTest {
  private static final int BLOCK = 4; // 16 × 16: bands have several blocks

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void integers_come_through_the_reversible_wavelet_as_defined(int levels) throws DicomException {
    var random = new Random(levels);
    for (var round = 0; round < 40; round++) {
      var component = component(random, levels, true);
      var plane = new ReversiblePlane(component);
      var expected = fill(plane, component, random);
      plane.synthesise();

      for (var y = 0; y < component.area().height(); y++) {
        assertThat(plane.row(y))
            .isEqualTo(Arrays.stream(expected[y]).mapToInt(v -> (int) v).toArray());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void numbers_come_through_the_irreversible_wavelet_as_defined(int levels) throws DicomException {
    var random = new Random(levels);
    for (var round = 0; round < 40; round++) {
      var component = component(random, levels, false);
      var plane = new IrreversiblePlane(component);
      var expected = fill(plane, component, random);
      plane.synthesise();

      for (var y = 0; y < component.area().height(); y++) {
        var row = plane.row(y);
        var furthest = 0.0;
        for (var x = 0; x < row.length; x++) {
          furthest = Math.max(furthest, Math.abs(row[x] - expected[y][x]));
        }

        assertThat(furthest).isLessThan(0.01);
      }
    }
  }

  private static TileComponent component(Random random, int levels, boolean isReversible)
      throws DicomException {
    var left = random.nextInt(50);
    var top = random.nextInt(50);
    var area = new Area(left, top, left + 1 + random.nextInt(60), top + 1 + random.nextInt(60));
    var coding = new ComponentCoding(
        levels, BLOCK, BLOCK, 0, isReversible, Collections.nCopies(levels + 1, Precincts.LARGEST));
    // One step for all bands: 2^(R_b − 8) × (1 + 1024 / 2048), where R_b is 8 and the band's gain.
    var steps = HexFormat.of().parseHex("42" + "4400".repeat(3 * levels + 1));
    var quantization = Quantization.read(new ByteReader(steps, 0, steps.length));
    return new TileComponent(0, area, coding, quantization, 8, 0);
  }

  /** Puts random values into all code-blocks, and gives the samples that they stand for. */
  private static double[][] fill(Plane plane, TileComponent component, Random random) {
    var lower = new double[0][0];
    var precincts = new ArrayList<Precinct>();
    component.addPrecincts(precincts);
    for (var resolution = 0; resolution <= component.coding().levels(); resolution++) {
      var area = component.resolution(resolution);
      var all = new double[area.height()][area.width()];
      for (var y = 0; y < area.height() && resolution > 0; y++) {
        for (var x = 0; x < area.width(); x++) {
          if ((y + area.y0()) % 2 == 0 && (x + area.x0()) % 2 == 0) {
            var below = component.resolution(resolution - 1);
            all[y][x] = lower[(y + area.y0()) / 2 - below.y0()][(x + area.x0()) / 2 - below.x0()];
          }
        }
      }
      for (var precinct : precincts) {
        if (precinct.resolution() == resolution) {
          for (var grid : precinct.makeGrids()) {
            fill(plane, grid, all, area, random);
          }
        }
      }
      if (resolution > 0 && !area.isEmpty()) {
        PlainWavelet.undo(all, area.x0(), area.y0(), component.coding().isReversible());
      }
      lower = all;
    }
    return lower;
  }

  private static void fill(Plane plane, BlockGrid grid, double[][] all, Area area, Random random) {
    for (var i = 0; i < grid.across() * grid.down(); i++) {
      var block = grid.include(i % grid.across(), i / grid.across(), 0);
      var band = block.band();
      var values = new int[(int) block.area().samples()];
      for (var at = 0; at < values.length; at++) {
        var value = random.nextInt(401) - 200;
        values[at] = Math.abs(value) << 1 | (value < 0 ? Integer.MIN_VALUE : 0);
        var u = block.area().x0() + at % block.area().width();
        var v = block.area().y0() + at / block.area().width();
        var isLowest = band.resolution() == 0;
        var x = isLowest ? u : 2 * u + (band.orientation() & 1);
        var y = isLowest ? v : 2 * v + (band.orientation() >> 1);
        all[y - area.y0()][x - area.x0()] = value * step(plane, band);
      }
      plane.put(block, values);
    }
  }

  private static double step(Plane plane, Subband band) {
    return plane instanceof ReversiblePlane ? 1 : 1.5 * (1 << Subband.highs(band.orientation()));
  }
}
