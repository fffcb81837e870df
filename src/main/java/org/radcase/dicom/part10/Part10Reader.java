package org.radcase.dicom.part10;

/** Reads Part 10 files. */
public final class Part10Reader {
  private Part10Reader() {}
}
