package org.radcase.dicom.part10;

/** What tells where the frames of encapsulated pixel data begin. Source: PS3.5 annex A.4. */
public enum OffsetTable {
  /** Nothing but the order of the fragments. */
  EMPTY,
  /** The Basic Offset Table, the first item of the pixel data: for up to 4 GiB. */
  BASIC,
  /**
   * Extended Offset Table (7FE0,0001) and its lengths (7FE0,0002), the basic one empty: for any
   * size, one fragment a frame. Source: PS3.3 C.7.6.3.1.8.
   */
  EXTENDED
}
