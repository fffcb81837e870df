package org.radcase.dicom.lut;

/** A window and what its file calls it: Window Center and Width Explanation (0028,1055), or empty. */
public record NamedWindow(Window window, String explanation) {}
