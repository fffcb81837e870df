package org.radcase.dicom.part10;

/** How a writer ends sequences and items. Source: PS3.5 section 7.5. */
public enum SequenceLength {
  /** By delimiters, so that nothing must be known beforehand. */
  UNDEFINED,
  /** By their lengths, computed first; those of 4 GiB and more still by delimiters. */
  DEFINED
}
