package org.radcase.dicom.codec.j2k;

import java.util.List;

/**
 * A precinct of one resolution of a tile's component: each of its packets is a layer. Source: T.800
 * B.6, B.9. For one thread.
 */
final class Precinct {
  private final TileComponent component;
  private final List<Subband> bands;
  private final int resolution;
  private final int index;
  private final int x;
  private final int y;
  private int layers;
  private List<BlockGrid> grids = List.of();

  /**
   * @param bands of the resolution
   * @param index row by row within its resolution
   * @param x where a progression by position meets it, on the reference grid, with {@code y}
   */
  Precinct(TileComponent component, List<Subband> bands, int resolution, int index, int x, int y) {
    this.component = component;
    this.bands = bands;
    this.resolution = resolution;
    this.index = index;
    this.x = x;
    this.y = y;
  }

  int component() {
    return component.index();
  }

  ComponentCoding coding() {
    return component.coding();
  }

  int resolution() {
    return resolution;
  }

  int index() {
    return index;
  }

  int x() {
    return x;
  }

  int y() {
    return y;
  }

  /** Layers whose packets were read. */
  int layers() {
    return layers;
  }

  void countLayer() {
    layers++;
  }

  /** Its code-blocks by subband; made when a packet first brings something. */
  List<BlockGrid> makeGrids() {
    if (grids.isEmpty()) {
      grids = component.grids(resolution, index, bands);
    }
    return grids;
  }

  /** Nothing where no packet brought anything. */
  List<BlockGrid> grids() {
    return grids;
  }
}
