package org.radcase.dicom.part10;

import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/** What is left of the {@link ReadLimits} while one file is read. For one thread. */
final class Budget {
  private final ReadLimits limits;
  private long elements;
  private long memoryBytes;

  Budget(ReadLimits limits) {
    this.limits = limits;
    elements = limits.elements();
    memoryBytes = limits.totalInMemoryBytes();
  }

  void takeElement(long offset) throws DicomException {
    if (--elements < 0) {
      throw DicomException.at(offset, Kind.LIMIT, "More than " + limits.elements() + " elements");
    }
  }

  void takeMemory(long bytes, long offset) throws DicomException {
    memoryBytes -= bytes;
    if (memoryBytes < 0 || bytes > Integer.MAX_VALUE - 16) {
      throw DicomException.at(
          offset, Kind.LIMIT, "Values of more than " + limits.totalInMemoryBytes() + " bytes");
    }
  }

  void requireDepth(int depth, long offset) throws DicomException {
    if (depth > limits.depth()) {
      throw DicomException.at(offset, Kind.LIMIT, "Sequences nested deeper than " + limits.depth());
    }
  }

  boolean isTooLong(long bytes) {
    return bytes > limits.valueInMemoryBytes();
  }
}
