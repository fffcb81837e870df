package org.radcase.demo.entity.image;

/** A Window Center and Width with its explanation, as the file carries it. */
public record VoiWindow(double center, double width, String explanation) {}
