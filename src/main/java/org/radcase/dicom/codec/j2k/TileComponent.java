package org.radcase.dicom.codec.j2k;

import java.util.ArrayList;
import java.util.List;

/**
 * One component of a tile and its partition into resolutions, subbands and precincts. Source: T.800
 * B.5 to B.7.
 *
 * @param area of the tile; components are never sub-sampled here
 * @param bits of a sample
 * @param shift of a region of interest, bitplanes
 */
record TileComponent(
    int index, Area area, ComponentCoding coding, Quantization quantization, int bits, int shift) {

  /** How many precincts there are, without making them. */
  long precincts() {
    var sum = 0L;
    for (var resolution = 0; resolution <= coding.levels(); resolution++) {
      sum += (long) across(resolution) * down(resolution);
    }
    return sum;
  }

  void addPrecincts(List<Precinct> all) {
    for (var resolution = 0; resolution <= coding.levels(); resolution++) {
      var across = across(resolution);
      var precincts = across * down(resolution);
      var bands = precincts == 0 ? List.<Subband>of() : bands(resolution);
      for (var index = 0; index < precincts; index++) {
        all.add(precinct(resolution, index, across, bands));
      }
    }
  }

  private Precinct precinct(int resolution, int index, int across, List<Subband> bands) {
    var size = coding.precincts().get(resolution);
    var ofResolution = resolution(resolution);
    var reduction = coding.levels() - resolution;
    var left = ((long) (ofResolution.x0() >> size.width()) + index % across) << size.width();
    var top = ((long) (ofResolution.y0() >> size.height()) + index / across) << size.height();
    return new Precinct(
        this, bands, resolution, index, (int) Math.max(area.x0(), left << reduction), (int)
            Math.max(area.y0(), top << reduction));
  }

  /** The code-blocks of a precinct, by subband. */
  List<BlockGrid> grids(int resolution, int precinct, List<Subband> bands) {
    var size = coding.precincts().get(resolution);
    var halved = resolution == 0 ? 0 : 1;
    var width = size.width() - halved;
    var height = size.height() - halved;
    var across = across(resolution);
    var ofResolution = resolution(resolution);
    var left = ((long) (ofResolution.x0() >> size.width()) + precinct % across) << width;
    var top = ((long) (ofResolution.y0() >> size.height()) + precinct / across) << height;
    var grids = new ArrayList<BlockGrid>();
    for (var band : bands) {
      grids.add(new BlockGrid(
          band,
          band.area().intersection(left, top, left + (1L << width), top + (1L << height)),
          Math.min(coding.blockWidth(), width),
          Math.min(coding.blockHeight(), height)));
    }
    return grids;
  }

  /** LL, or HL, LH and HH. */
  private List<Subband> bands(int resolution) {
    if (resolution == 0) {
      return List.of(band(0, 0));
    }
    return List.of(band(resolution, 1), band(resolution, 2), band(resolution, 3));
  }

  private Subband band(int resolution, int orientation) {
    var level = resolution == 0 ? coding.levels() : coding.levels() - resolution + 1;
    var xHigh = orientation & 1;
    var yHigh = orientation >> 1;
    var isLowest = resolution == 0;
    return new Subband(
        resolution,
        orientation,
        area.subband(level, xHigh, yHigh),
        xHigh == 0 ? 0 : resolution(resolution - 1).width(),
        isLowest ? 0 : (resolution(resolution).y0() & 1) ^ yHigh,
        isLowest ? 1 : 2,
        quantization.bitplanes(resolution, orientation) + shift,
        shift,
        quantization.step(resolution, orientation, bits));
  }

  /** The image of a resolution; the highest is the tile itself. */
  Area resolution(int resolution) {
    return area.reduced(coding.levels() - resolution);
  }

  private int across(int resolution) {
    var ofResolution = resolution(resolution);
    var exponent = coding.precincts().get(resolution).width();
    return ofResolution.isEmpty() ? 0 : cells(ofResolution.x0(), ofResolution.x1(), exponent);
  }

  private int down(int resolution) {
    var ofResolution = resolution(resolution);
    var exponent = coding.precincts().get(resolution).height();
    return ofResolution.isEmpty() ? 0 : cells(ofResolution.y0(), ofResolution.y1(), exponent);
  }

  private static int cells(int start, int end, int exponent) {
    return ((end - 1) >> exponent) - (start >> exponent) + 1;
  }
}
