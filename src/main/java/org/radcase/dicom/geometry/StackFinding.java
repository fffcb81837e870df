package org.radcase.dicom.geometry;

/** What is not regular about a stack; whoever measures or reformats it should know. */
public sealed interface StackFinding {

  /**
   * A gap that whole slices would fill.
   *
   * @param after index, within the stack, of the frame before the gap
   * @param gap from that frame to the next, mm along the normal
   * @param missing how many slices are likely missing
   */
  record MissingSlices(int after, double gap, int missing) implements StackFinding {}

  /** Distances of neighbours that no number of missing slices explains; the least and greatest, mm. */
  record UnevenSpacing(double least, double greatest) implements StackFinding {}

  /**
   * The slices do not lie above one another along their normal, as with a tilted gantry (PS3.3
   * C.8.2.1, Gantry/Detector Tilt).
   *
   * @param degrees between the normal and the line through the slices' origins, from 0 to 90
   */
  record Tilt(double degrees) implements StackFinding {}

  /** Places have several frames, and nothing tells which of them belong together. */
  record SharedPlaces(int places) implements StackFinding {}
}
